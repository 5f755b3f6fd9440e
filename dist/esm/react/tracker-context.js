'use client';
import { createContext, createElement, useContext } from 'react';
import { inertTracker } from "../inert-tracker.js";
const TrackerContext = createContext(undefined);
/**
 * Gives the tracker to all components in it.
 * @example
 * <TrackerProvider track={track}><App /></TrackerProvider>
 */
export const TrackerProvider = ({ track, children }) => createElement(TrackerContext.Provider, { value: track }, children);
const stray = {};
/**
 * Makes the tracker of a component that is rendered alone, as in a test or a story: its events are dropped, and the
 * console says so once.
 */
const strayTracker = () => {
    if (!stray.track)
        console.warn('sendoff: no TrackerProvider around this component: nothing is tracked');
    stray.track ??= inertTracker('There is no TrackerProvider.');
    return stray.track;
};
/**
 * Returns the tracker of the nearest `TrackerProvider`; without one, a tracker that drops all events.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export const useTrack = () => (useContext(TrackerContext) ?? strayTracker());
