import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { type Outcome, outcomeOfStatus } from '../../src/core/outcome.ts'

export const PLAIN_URL = 'https://plain.test/batch'

/** What the plain vendor says of single events: as a relay does. */
interface PlainAnswer {
  readonly outcomes?: readonly Outcome[]
  readonly bad?: readonly number[]
}

export const encodePlain = ({ id, type, name, time, properties, identity }: TrackedEvent) => ({
  id,
  type,
  name,
  time,
  properties,
  identity,
})

/** A vendor that cannot recognise a repeat. */
export const plainDestination = (assumeDelivered: boolean, account: string): Destination => ({
  name: 'plain',
  account,
  options: {},
  limits: { events: 120, bytes: 100_000, burstMs: 1_000 },
  assumeDelivered,
  encode(events) {
    const part = events.slice(0, 120)
    return {
      url: `${PLAIN_URL}?company_id=${account}`,
      body: JSON.stringify(part.map(encodePlain)),
      events: part,
      costMs: 100,
    }
  },
  interpret(events, { status, body, retryAfterMs }) {
    const { outcomes, bad = [] } = JSON.parse(body) as PlainAnswer
    if (outcomes) return outcomes
    const outcome = outcomeOfStatus(status, retryAfterMs)
    if (outcome) return events.map(() => outcome)
    const guilty = events.length > 1 ? bad : [0]
    return events.map((_, index) =>
      guilty.includes(index) ? { type: 'dropped', reason: 'refused' } : { type: 'retry', reason: 'together' },
    )
  },
})
