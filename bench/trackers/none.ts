import type { Start } from './start.ts'

/** A page without a tracker: what the browser and the benchmark itself cost. */
export const none: Start = () => ({ track: () => undefined, ready: Promise.resolve() })
