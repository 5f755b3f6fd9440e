import { type ReactElement, type ReactNode } from 'react';
import type { AnyEvents, Tracker } from '../tracker.ts';
export interface TrackerProviderProps {
    /** The tracker, made once in a module by `createTracker(…)`. */
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
 * Returns the tracker of the nearest `TrackerProvider`; without one, a tracker that drops all events.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export declare const useTrack: <Events extends object = AnyEvents>() => Tracker<Events>;
