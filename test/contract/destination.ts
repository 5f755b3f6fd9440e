import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Destination, VendorResponse } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { anyEvents, eventsOf, idsIn } from '../events.ts'
import { runsOf } from '../runs.ts'

export interface DestinationContract {
  readonly make: () => Destination
  /** What the vendor reads in a body: for each event everything that it is told of it, the person included. */
  readonly read: (body: string) => readonly unknown[]
  /** Bodies of a 200 that are no proxy's, but the vendor's own word. */
  readonly words?: readonly string[]
  /** Makes the destination with this key. */
  readonly withKey: (key: string) => unknown
  readonly publicKeys: readonly string[]
  /** Those that belong on a server. */
  readonly privateKeys: readonly string[]
  /** Neither: a typing error. */
  readonly wrongKeys: readonly string[]
  /** The option that an error about a key has to name. */
  readonly keyOption: RegExp
}

const REASONS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  delivered: [undefined],
  retry: ['unanswered', 'busy', 'limited', 'paused', 'together', 'alone', 'identifier'],
  dropped: ['refused', 'expired', 'evicted', 'unreadable', 'invalid', 'too-large'],
}

/** Bodies that look like an API's errors for a while. */
const anyErrorBody = fc
  .letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 1 }), tie('errors'), tie('source')),
    errors: fc.record(
      { errors: fc.oneof(fc.array(tie('value')), tie('value')), detail: tie('value') },
      { requiredKeys: [] },
    ),
    source: fc.record(
      {
        source: tie('value'),
        pointer: fc.oneof(
          fc.constantFrom('/data/attributes/events/data/0', '/data/99', '/data/-1'),
          tie('value'),
        ),
        parameter: tie('value'),
        detail: tie('value'),
      },
      { requiredKeys: [] },
    ),
  }))
  .errors.map((body) => JSON.stringify(body))

const anyResponse: fc.Arbitrary<VendorResponse> = fc.record({
  status: fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(0, 202, 400, 401, 413, 422, 429, 500)),
  body: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    anyErrorBody,
    fc.constant('<html>Bad gateway</html>'),
  ),
  retryAfterMs: fc.option(fc.double(), { nil: undefined }),
})

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** What every destination promises to the queue, whatever its vendor. */
export const testDestination = (name: string, contract: DestinationContract): void => {
  const { make, read, withKey, words = [] } = contract
  const destination = make()
  const { limits } = destination

  describe(`${name} as a destination`, () => {
    test('has one outcome for each event, for any status and any body', () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 12 }), anyResponse, (count, response) => {
          const outcomes = destination.interpret(eventsOf(count), response)
          expect(outcomes).toHaveLength(count)
          for (const { type, reason } of outcomes) expect(REASONS[type]).toContain(reason)
        }),
        { numRuns: runsOf(2_000) },
      )
    })

    test.each([401, 403, 408, 429, 500, 502, 503, 504])('gives no event up for a %d', (status) => {
      for (const body of ['', '{}', '<html>', '{"errors":[{"detail":"x","source":{"pointer":"/data/0"}}]}'])
        for (const { type } of destination.interpret(eventsOf(3), { status, body }))
          expect(type).toBe('retry')
    })

    // A proxy's page, a login behind a redirect, the offline page of the site's own service worker.
    test.each([0, 200, 201, 203, 204, 206, 301, 302, 304, 307])(
      'takes a %d that is not in the vendor’s words for no answer',
      (status) => {
        for (const body of [
          '',
          '<!doctype html><title>Shop</title>',
          'OK',
          'null',
          '[]',
          '{}',
          '{"ok":true}',
        ].filter((said) => !words.includes(said)))
          for (const events of [eventsOf(1), eventsOf(3)])
            for (const { type, reason } of destination.interpret(events, { status, body }))
              expect([type, reason]).toEqual(['retry', 'unanswered'])
      },
    )

    test('keeps 2 kB of the vendor’s words, and reads any number of them once', () => {
      const pointers = Array.from(
        { length: 50_000 },
        (_, index) =>
          `{"detail":"${'x'.repeat(60)}","source":{"pointer":"/data/attributes/events/data/${index}"}}`,
      )
      const body = `{"success":false,"errors":[${pointers}]}`
      for (const count of [1, limits.events])
        for (const { detail = '' } of destination.interpret(eventsOf(count), { status: 400, body }))
          expect(detail.length).toBeLessThanOrEqual(2_000)
    })

    test('says the same of the same events, and changes nothing', () => {
      fc.assert(
        fc.property(anyEvents(), fc.constantFrom('first' as const, 'resend' as const), (events, attempt) => {
          deepFreeze(events)
          expect(make().encode(events, attempt)).toEqual(destination.encode(events, attempt))
        }),
      )
    })

    test('carries the first of the events, at least one, in their order', () => {
      fc.assert(
        fc.property(anyEvents(), fc.constantFrom('first' as const, 'resend' as const), (events, attempt) => {
          const part = destination.encode(events, attempt)
          expect(part.events.length).toBeGreaterThan(0)
          expect(idsIn(part.events)).toEqual(idsIn(events.slice(0, part.events.length)))
          expect(read(part.body)).toHaveLength(part.events.length)
          expect(part.costMs).toBeGreaterThan(0)
        }),
      )
    })

    test('keeps its limits for a batch as the queue cuts it', () => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: limits.events }),
          fc.constantFrom('a', 'é', '☕', '\u0000'),
          (count, letter) => {
            // The queue ends a batch when its JSON might exceed the limit at four bytes a character.
            const room = Math.floor(limits.bytes / 4 / count) - JSON.stringify(eventsOf(1)).length - 20
            const text = letter.repeat(Math.max(0, Math.floor(room / (JSON.stringify(letter).length - 2))))
            const events = eventsOf(count).map((event): TrackedEvent => ({ ...event, properties: { text } }))
            const part = destination.encode(events, 'first')
            expect(part.events.length).toBeLessThanOrEqual(limits.events)
            expect(bytesOf(part.body)).toBeLessThanOrEqual(limits.bytes)
          },
        ),
        { numRuns: runsOf(20) },
      )
    })

    test('tells the vendor the same of an event that it sends again', () => {
      fc.assert(
        fc.property(anyEvents(), (events) => {
          const first = read(destination.encode(events, 'first').body)
          const again = events.slice(0, first.length).map((_, index) => {
            const [event] = read(destination.encode(events.slice(index), 'resend').body)
            return event
          })
          expect(again).toEqual(first)
        }),
      )
    })
  })

  describe(`${name}'s keys`, () => {
    test.each(contract.publicKeys)('may be public: %s', (key) => {
      expect(() => withKey(key)).not.toThrow()
    })

    test.each(contract.privateKeys)(
      'are refused when they belong on a server, and not repeated: %s',
      (key) => {
        expect(() => withKey(key)).toThrow(contract.keyOption)
        expect(() => withKey(key)).toThrow(/private/)
        expect(() => withKey(key)).not.toThrow(key)
      },
    )

    test.each(contract.wrongKeys)('are refused when they are none: "%s"', (key) => {
      expect(() => withKey(key)).toThrow(contract.keyOption)
      expect(() => withKey(key)).toThrow(/expected/)
    })
  })
}
