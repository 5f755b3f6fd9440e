import { isEvent, type TrackedEvent } from '../core/event.ts'

/** What can be shown of a text that anybody may have written as something else. */
export const shownText = (given: unknown): string =>
  typeof given === 'string' ? given : (JSON.stringify(given) ?? '')

/** An event with texts where texts belong; nothing where there is none. */
export const shownEvent = (event: TrackedEvent): TrackedEvent | undefined =>
  isEvent(event) ? { ...event, name: shownText(event.name) } : undefined
