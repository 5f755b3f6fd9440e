import type { Attempt } from './destination.ts'
import { groupOf, type TrackedEvent } from './event.ts'
import { parsed } from './json.ts'
import type { Outcome } from './outcome.ts'

/** Events of one group that lie in the queue as one record, and leave together as far as they can. */
export interface Batch {
  readonly events: readonly TrackedEvent[]
  /** The vendor may have the first so many: an attempt was made that is not answered. */
  readonly tried: number
  /** Among the first so many is one that the vendor refuses. */
  readonly bad: number
  /** The answer to a hand-off may come until then. */
  readonly until: number
  /** The chunks that a hand-off has taken the place of. */
  readonly keys: readonly string[]
}

const isEvent = (event: TrackedEvent | null): boolean =>
  typeof event?.id === 'string' && !!event.identity && !!event.properties

/** The record as it was written; without events where something else was found. */
export const batchFrom = (json: string | undefined): Batch => {
  const batch = { events: [], tried: 0, bad: 0, until: 0, keys: [], ...parsed<Batch>(json) }
  const isBatch = Array.isArray(batch.events) && batch.events.every(isEvent)
  return isBatch ? batch : { ...batch, events: [] }
}

/** Both as one, when they may share a request. */
export const joined = (batch: Batch, next: Batch): Batch | undefined =>
  batch.tried || batch.bad || next.tried || next.bad || groupOf(batch) !== groupOf(next)
    ? undefined
    : { ...batch, events: [...batch.events, ...next.events] }

/**
 * The events that go into the next request. A batch that was refused without naming the guilty is searched by
 * halves: of those that are known to hold a guilty one, the first half goes alone. Delivered, it leaves the
 * guilty in the other half; refused, it is searched in turn; and one event alone is guilty by the vendor's word.
 */
export const nextOf = ({ events, bad }: Batch): readonly TrackedEvent[] =>
  bad ? events.slice(0, Math.max(1, (bad + 1) >> 1)) : events

/** The batch after its first events have got these outcomes. */
export const batchAfter = (
  { events, tried, bad }: Batch,
  outcomes: readonly Outcome[],
  attempt: Attempt,
): Batch => {
  const left = events.filter((_, index) => (outcomes[index]?.type ?? 'retry') === 'retry')
  const gone = events.length - left.length
  const has = (word: string) => outcomes.some(({ type, reason }) => type === word || reason === word)
  // A first attempt that was answered leaves no doubt; the answer to a resend says nothing of the others.
  const doubtful = attempt === 'resend' ? tried - gone : 0
  const suspect = has('together') ? outcomes.length : Math.max(0, bad - gone)
  return {
    events: left,
    tried: has('unanswered') ? Math.max(tried, outcomes.length) : doubtful,
    bad: has('dropped') ? 0 : suspect,
    until: 0,
    keys: [],
  }
}
