import fc from 'fast-check'
import type { FrozenEvent, Identity, TrackedEvent } from '../src/core/event.ts'
import { createIds } from '../src/core/id.ts'
import { groupOf } from '../src/core/stored-event.ts'

/** The moment at which most tests begin. */
export const NOON = Date.UTC(2026, 10, 21, 12)

export const ANYONE: Identity = { anonymousId: '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f' }

const hexOf = (seed: number) => seed.toString(16).padStart(16, '0').slice(-16)

/** Ids as one tab makes them, without chance. */
export const idsOf = (tab: number, now: () => number = () => NOON): (() => string) =>
  createIds(now, () => hexOf(tab))

/** Events of one person, with ascending ids. */
export const eventsOf = (
  count: number,
  {
    newId = idsOf(1),
    identity = ANYONE,
    bytes = 0,
    text = 'x'.repeat(bytes),
  }: { newId?: () => string; identity?: Identity; bytes?: number; text?: string } = {},
): TrackedEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: newId(),
    type: 'track',
    name: 'Viewed Product',
    time: NOON,
    properties: { index, ...(text && { text }) },
    identity,
  }))

/** As `track()` gives them to the queue. */
export const frozen = (events: readonly TrackedEvent[]): FrozenEvent[] =>
  events.map((event) => ({ id: event.id, json: JSON.stringify(event), group: groupOf(event) }))

export const idsIn = (events: readonly TrackedEvent[]): string[] => events.map(({ id }) => id)

/** What JSON makes of a value: it has no `-0` and no `undefined`. */
const asJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** Any properties that JSON can carry, eight levels deep at most. */
export const anyProperties = fc
  .dictionary(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }),
    {
      maxKeys: 12,
    },
  )
  .chain((properties) =>
    fc
      .record(
        {
          value: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string()),
          currency: fc.oneof(fc.constantFrom('EUR', 'eur', '€'), fc.jsonValue({ maxDepth: 1 })),
        },
        { requiredKeys: [] },
      )
      .map((money) => asJson({ ...properties, ...money })),
  )

export const anyIdentity: fc.Arbitrary<Identity> = fc.record(
  {
    anonymousId: fc.uuid(),
    userId: fc.string({ minLength: 1, maxLength: 255 }),
    email: fc.constantFrom('ada@shop.test', 'grace.hopper+shop@navy.example'),
    phone: fc.constantFrom('+491701234567', '+12025550123'),
  },
  { requiredKeys: ['anonymousId'] },
)

/** Events that may share a request: of one person, as the queue gives them to a destination. */
export const anyEvents = ({ maxLength = 20 } = {}): fc.Arbitrary<readonly TrackedEvent[]> =>
  fc
    .tuple(
      anyIdentity,
      fc.array(
        fc.record({
          name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
          // Within what vendors take: after 1990, and not in the far future.
          time: fc.integer({ min: Date.UTC(1991, 0), max: NOON }),
          properties: anyProperties,
        }),
        { minLength: 1, maxLength },
      ),
    )
    .map(([identity, list]) => {
      const newId = idsOf(7)
      return list.map((event): TrackedEvent => ({ ...event, id: newId(), type: 'track', identity }))
    })
