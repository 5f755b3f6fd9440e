import { isEvent, type TrackedEvent } from '../core/event.ts'

/** The event in a stored text, as far as it can be shown: anybody may have written the text. */
export const shownText = (given: unknown): string =>
  typeof given === 'string' ? given : (JSON.stringify(given) ?? '')

/** An event with texts where texts belong; nothing where there is none. */
export const shownEvent = (event: TrackedEvent): TrackedEvent | undefined =>
  isEvent(event) ? { ...event, name: shownText(event.name) } : undefined
