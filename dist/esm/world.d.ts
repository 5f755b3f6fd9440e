import type { World } from './delivery/lane.ts';
/** The browser, as far as the tracker needs it; `onMemory` is told when nothing survives the page. */
export declare const browserWorld: (onMemory: () => void) => World;
