import type { TrackedEvent } from '../core/event.ts'
import { isEvent } from '../core/stored-event.ts'

/** Returns the event in a stored text, as far as it can be shown: any script may have written the text. */
export const shownText = (given: unknown): string =>
  typeof given === 'string' ? given : (JSON.stringify(given) ?? '')

/** Returns an event with texts where texts belong; nothing where the value is not an event. */
export const shownEvent = (event: TrackedEvent): TrackedEvent | undefined =>
  isEvent(event) ? { ...event, name: shownText(event.name) } : undefined
