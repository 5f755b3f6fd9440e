import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Counts } from '../queue/shared-state.ts'
import type { Departure, DepartureStatus } from './departure.ts'
import { shownEvent, shownText } from './shown-event.ts'
import type { QueueSnapshot } from './snapshot.ts'

/** Most events that the board remembers. */
const MAX_KEPT = 3_000

const isQueued = ({ status }: Departure): boolean =>
  status === 'waiting' || status === 'in flight' || status === 'handed off' || status === 'unanswered'

const shownStatus = (status: DepartureStatus): DepartureStatus =>
  typeof status === 'string' ? status : 'refused'

const onlyDelivered = (before: Counts, after: Counts): boolean =>
  Object.entries(after).every(
    ([reason, count]) => count === (before[reason as 'delivered'] ?? 0) || reason === 'delivered',
  )

/**
 * Keeps what the board knows of each event: from the database, over all tabs, and from what this tab's tracker tells.
 */
export const createDepartures = () => {
  const known = new Map<string, Departure>()
  const counted = new Map<string, Counts>()
  const keyOf = (destination: string, { id }: TrackedEvent) => `${destination}/${id}`

  /** Notes an event. Any script may have stored it, so a value that is not an event is left out. */
  const note = ({ destination, event: given, status, detail }: Departure): void => {
    const event = shownEvent(given)
    if (!event) return
    const words = detail === undefined ? undefined : shownText(detail)
    known.set(keyOf(destination, event), { destination, event, status: shownStatus(status), detail: words })
    if (known.size > MAX_KEPT) for (const [oldest] of known) if (known.delete(oldest)) break
  }

  return {
    /** Notes an outcome that this tab has heard. */
    settle(destination: string, event: TrackedEvent, { type, reason, detail }: Outcome): void {
      if (type === 'delivered') note({ destination, event, status: 'delivered' })
      else if (type === 'dropped') note({ destination, event, status: reason, detail })
    },

    update({ destination, events, completeFrom, newestLetters, state }: QueueSnapshot): void {
      const there = new Set<string>()
      for (const { event, status } of events) {
        there.add(keyOf(destination, event))
        note({ destination, event, status })
      }
      for (const { event, reason, detail } of newestLetters) {
        there.add(keyOf(destination, event))
        note({ destination, event, status: reason, detail })
      }
      // An event that is gone since the last look was delivered, if only deliveries were counted meanwhile.
      const wasDelivered = onlyDelivered(counted.get(destination) ?? {}, state.counts)
      counted.set(destination, state.counts)
      for (const [key, departure] of known)
        if (departure.destination === destination && isQueued(departure) && !there.has(key))
          if (departure.event.id >= completeFrom)
            known.set(key, { ...departure, status: wasDelivered ? 'delivered' : 'gone' })
    },

    /** Returns the departures, newest first. */
    list: (): readonly Departure[] =>
      [...known.values()].sort((one, other) => (one.event.id < other.event.id ? 1 : -1)),
  }
}

export type Departures = ReturnType<typeof createDepartures>
