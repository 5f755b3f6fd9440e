import { LAST_DATE, type TrackedEvent } from './event.ts'
import { jsonOf, parsed } from './json.ts'

/** Tells whether something, which anybody may have stored, is an event. */
export const isEvent = (event: TrackedEvent | null | undefined): boolean =>
  typeof event?.id === 'string' &&
  typeof event.time === 'number' &&
  Math.abs(event.time) <= LAST_DATE &&
  !!event.identity &&
  !!event.properties

/** The events of a record; none where something else was found. */
export const eventsIn = (json: string | null | undefined): readonly TrackedEvent[] => {
  const events = Object.values(parsed<TrackedEvent[]>(json)) as TrackedEvent[]
  return events.every(isEvent) ? events : []
}

/** Events of the same group may share a request. What may be a repeat, and what is about the person, goes alone. */
export const groupOf = ({ id, type, uniqueId, identity }: TrackedEvent): string =>
  type === 'track' && !uniqueId ? jsonOf(identity) : id
