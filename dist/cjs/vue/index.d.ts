export { type Place, type SendoffOptions, sendoff, useTrack, type ViewedRouter } from './plugin.ts';
export { useTracked } from './use-tracked.ts';
