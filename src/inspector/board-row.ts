import type { TrackedEvent } from '../core/event.ts'
import type { Departure, DepartureStatus } from './departure.ts'
import { shownText } from './shown-event.ts'

/** One line of the board: an event, or several that follow each other and have the same status. */
export interface BoardRow {
  readonly key: string
  readonly destination: string
  readonly name: string
  readonly status: DepartureStatus
  readonly detail?: string | undefined
  readonly person: string
  /** The events of the line, newest first. */
  readonly events: readonly TrackedEvent[]
}

/** Returns the person's identifiers, the most telling first. */
export const personOf = ({ identity: { email, userId, phone } }: TrackedEvent): string =>
  shownText(email ?? userId ?? phone ?? 'anonymous')

/** Makes the lines for departures that are given newest first; each line is recognised by its oldest event. */
export const boardRows = (departures: readonly Departure[], most: number): readonly BoardRow[] => {
  const rows: (BoardRow & { key: string; readonly events: TrackedEvent[] })[] = []
  for (const { event, destination, status, detail } of departures) {
    const { name } = event
    const key = `${destination}/${event.id}`
    const person = personOf(event)
    const last = rows.at(-1)
    const isAlike =
      last?.destination === destination &&
      last.name === name &&
      last.status === status &&
      last.detail === detail &&
      last.person === person
    if (isAlike) {
      last.events.push(event)
      last.key = key
    } else if (rows.length === most) break
    else rows.push({ key, destination, name, status, detail, person, events: [event] })
  }
  return rows
}
