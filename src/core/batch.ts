import type { Attempt } from './destination.ts'
import type { TrackedEvent } from './event.ts'
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
}

/**
 * The events that go into the next request. A batch that was refused without naming the guilty is searched by
 * halves: of those that are known to hold a guilty one, the first half goes alone. Delivered, it leaves the
 * guilty in the other half; refused, it is searched in turn; and one event alone is guilty by the vendor's word.
 */
export const nextOf = ({ events, bad }: Batch): readonly TrackedEvent[] =>
  bad ? events.slice(0, (bad + 1) >> 1) : events

/** The batch after its first events have got these outcomes. */
export const batchAfter = (
  { events, tried, bad }: Batch,
  outcomes: readonly Outcome[],
  attempt: Attempt,
): Batch => {
  const sent = outcomes.length
  const left = events.filter((_, index) => (outcomes[index]?.type ?? 'retry') === 'retry')
  const has = (word: string) => outcomes.some(({ type, reason }) => type === word || reason === word)
  return {
    events: left,
    // A first attempt that was answered leaves no doubt; the answer to a resend says nothing of the others.
    tried: has('unanswered')
      ? Math.max(tried, sent)
      : attempt === 'resend'
        ? tried - (events.length - left.length)
        : 0,
    bad: has('dropped') ? 0 : has('together') ? sent : has('delivered') ? Math.max(0, bad - sent) : bad,
    until: 0,
  }
}
