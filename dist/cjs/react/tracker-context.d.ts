import { type ReactElement, type ReactNode } from 'react';
import type { AnyEvents, Tracker } from '../tracker.ts';
export interface TrackerProviderProps {
    /** Made once, in a module: `createTracker(…)`. */
    readonly track: object & Pick<Tracker, 'flush'>;
    readonly children?: ReactNode;
}
/**
 * Gives the tracker to all components in it.
 * @example
 * <TrackerProvider track={track}><App /></TrackerProvider>
 */
export declare const TrackerProvider: ({ track, children }: TrackerProviderProps) => ReactElement;
/**
 * The tracker of the nearest `TrackerProvider`.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export declare const useTrack: <Events extends object = AnyEvents>() => Tracker<Events>;
