'use client'

import { createContext, createElement, type ReactElement, type ReactNode, useContext } from 'react'
import { inertTracker } from '../inert-tracker.ts'
import type { AnyEvents, Tracker } from '../tracker.ts'

const TrackerContext = createContext<Tracker | undefined>(undefined)

export interface TrackerProviderProps {
  /** The tracker, made once in a module by `createTracker(…)`. */
  readonly track: object & Pick<Tracker, 'flush'>
  readonly children?: ReactNode
}

/**
 * Gives the tracker to all components in it.
 * @example
 * <TrackerProvider track={track}><App /></TrackerProvider>
 */
export const TrackerProvider = ({ track, children }: TrackerProviderProps): ReactElement =>
  createElement(TrackerContext.Provider, { value: track as Tracker }, children)

const stray: { track?: Tracker } = {}

/**
 * Makes the tracker of a component that is rendered alone, as in a test or a story: its events are dropped, and the
 * console says so once.
 */
const strayTracker = (): Tracker => {
  if (!stray.track) console.warn('sendoff: no TrackerProvider around this component: nothing is tracked')
  stray.track ??= inertTracker('There is no TrackerProvider.')
  return stray.track
}

/**
 * Returns the tracker of the nearest `TrackerProvider`; without one, a tracker that drops all events.
 * @example
 * const track = useTrack<ShopEvents>()
 */
export const useTrack = <Events extends object = AnyEvents>(): Tracker<Events> =>
  (useContext(TrackerContext) ?? strayTracker()) as Tracker<Events>
