import type { World } from './delivery/lane.ts';
/** The browser, as far as the tracker needs it. */
export declare const browserWorld: () => World;
