"use strict";
'use client';
Object.defineProperty(exports, "__esModule", { value: true });
exports.useTrack = exports.TrackerProvider = void 0;
const react_1 = require("react");
const inert_tracker_ts_1 = require("../inert-tracker.js");
const TrackerContext = (0, react_1.createContext)(undefined);
/**
 * Gives the tracker to all components in it.
 * @example
 * <TrackerProvider track={track}><App /></TrackerProvider>
 */
const TrackerProvider = ({ track, children }) => (0, react_1.createElement)(TrackerContext.Provider, { value: track }, children);
exports.TrackerProvider = TrackerProvider;
const stray = {};
/**
 * Makes the tracker of a component that is rendered alone, as in a test or a story: its events are dropped, and the
 * console says so once.
 */
const strayTracker = () => {
    if (!stray.track)
        console.warn('sendoff: no TrackerProvider around this component: nothing is tracked');
    stray.track ??= (0, inert_tracker_ts_1.inertTracker)('There is no TrackerProvider.');
    return stray.track;
};
/**
 * Returns the tracker of the nearest `TrackerProvider`; without one, a tracker that drops all events.
 * @example
 * const track = useTrack<ShopEvents>()
 */
const useTrack = () => ((0, react_1.useContext)(TrackerContext) ?? strayTracker());
exports.useTrack = useTrack;
