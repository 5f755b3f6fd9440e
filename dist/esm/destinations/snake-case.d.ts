import type { Properties } from '../core/event.ts';
/** Properties under names in snake case; those that would become one keep their own. */
export declare const snakeCased: (properties: Properties) => Properties;
