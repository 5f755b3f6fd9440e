import { createRandom, seedOf } from './random.ts'
import type { Setting } from './story.ts'

/** A stream of its own: what the other parts of a story draw stays as it was. */
const PART = 7

/**
 * How vendors beside Klaviyo answer for what is bad in a request: of each event (a relay), by index and nothing is taken
 * (Amplitude), or for all of it without a word of any event (Segment, PostHog, Mixpanel).
 */
export const vendorKind = ({ vendor, manner }: Setting): string => {
  if (vendor === 'klaviyo') return 'vendor: Klaviyo'
  if (manner.decides === 'each') return 'vendor: answers for each event'
  return manner.namesTheGuilty ? 'vendor: errors by index' : 'vendor: all or nothing'
}

/** Whether it takes events of many people in one request, as all of these do. */
export const mixesPeople = ({ seed, vendor }: Setting): boolean =>
  vendor !== 'klaviyo' && createRandom(seedOf(seed, PART)).chance(0.5)
