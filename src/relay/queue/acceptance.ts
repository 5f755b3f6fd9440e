import type { TrackedEvent } from '../../core/event.ts'
import type { Outcome } from '../../core/outcome.ts'
import { digestOf, keysOfEvents } from '../ids/event-key.ts'
import type { Observe } from '../observation.ts'
import type { Vendor } from '../vendor.ts'
import type { AcceptedEvent, EventQueue } from './event-queue.ts'

const ACCEPTED: Outcome = { type: 'delivered' }
const FULL: Outcome = { type: 'retry', reason: 'busy', afterMs: 60_000, detail: 'the queue is full' }
const TOO_LARGE: Outcome = { type: 'dropped', reason: 'too-large', detail: 'more than the queue takes' }
const DOWN: Outcome = { type: 'retry', reason: 'busy', afterMs: 5_000, detail: 'the queue does not answer' }

export interface AcceptanceOptions {
  readonly vendor: Vendor
  readonly queue: EventQueue
  readonly report: (problem: string) => void
  readonly observe?: Observe | undefined
}

/**
 * Makes the way of a batch into the queue. A page is told `delivered` once an event is written there; an event that the
 * vendor could never take is dropped at once. No answer depends on what the vendor knows.
 */
export const createAcceptance = ({ vendor, queue, report, observe }: AcceptanceOptions) => {
  const { name } = vendor

  const accepted = async (events: readonly TrackedEvent[]): Promise<readonly AcceptedEvent[]> => {
    const keys = await keysOfEvents(events)
    const people = new Map<string, string>()
    const list: AcceptedEvent[] = []
    for (const [index, event] of events.entries()) {
      const words = vendor.personOf(event)
      const person = people.get(words) ?? (await digestOf(words))
      people.set(words, person)
      list.push({ key: keys[index] ?? event.id, person, event })
    }
    return list
  }

  const written = async (events: readonly TrackedEvent[]): Promise<Outcome> => {
    if (events.length === 0) return ACCEPTED
    try {
      return (await queue.accept(name, await accepted(events))) === 'accepted' ? ACCEPTED : FULL
    } catch {
      report(`${name}: the queue failed to accept; the page sends its events again`)
      return DOWN
    }
  }

  /** Returns one outcome for each event, in order; it never throws. */
  return async (events: readonly TrackedEvent[]): Promise<readonly Outcome[]> => {
    const problems = events.map((event): Outcome | undefined => {
      const detail = vendor.problem?.(event)
      if (detail) return { type: 'dropped', reason: 'invalid', detail }
      return queue.isTooLarge?.(event) ? TOO_LARGE : undefined
    })
    const outcome = await written(events.filter((_, index) => !problems[index]))
    return problems.map((problem) => {
      const told = problem ?? outcome
      observe?.({ type: 'event', vendor: name, outcome: told === ACCEPTED ? 'queued' : `${told.reason}` })
      return told
    })
  }
}
