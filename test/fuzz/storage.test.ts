import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { Destination, VendorResponse } from '../../src/core/destination.ts'
import { queueOf } from '../../src/core/record-key.ts'
import type { World } from '../../src/delivery/world.ts'
import { createDeadLetters } from '../../src/queue/dead-letters.ts'
import { createMemoryStore, type Store } from '../../src/store/store.ts'
import { crowdpower } from '../../src/vendors/crowdpower/destination.ts'
import { http } from '../../src/vendors/http/destination.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import { idsOf, NOON } from '../events.ts'
import { createFakeArea } from '../fakes/area.ts'
import { pageInNode } from '../page-in-node.ts'
import {
  anyEvent,
  anyJsonValue,
  anyLetter,
  anyState,
  anyStored,
  anyText,
  asText,
  cutText,
} from './hostile-values.ts'
import { RUNS, timely } from './runs.ts'

const DAY_MS = 86_400_000
const ID = '01a1fdfa-4600-7000-8000-000000000009'

const VENDORS: readonly (readonly [Destination, (body: string) => VendorResponse])[] = [
  [klaviyo({ companyId: 'AbC123' }), () => ({ status: 202, body: '', retryAfterMs: 0 })],
  [
    crowdpower({ key: `pk_${'a'.repeat(64)}` }),
    () => ({ status: 200, body: '{"success":true}', retryAfterMs: 0 }),
  ],
  [
    http({ url: '/collect' }),
    (body) => ({
      status: 200,
      retryAfterMs: 0,
      body: JSON.stringify({
        outcomes: JSON.parse(body).events.map(({ id }: { id: unknown }) => ({ id, type: 'delivered' })),
      }),
    }),
  ],
]

const anyCount = fc.oneof(fc.nat(3).map(String), anyText)
const anyId = fc.oneof(fc.constant(ID), fc.constantFrom('ffffffff-ffff-7fff-8fff-ffffffffffff', ''), anyText)

/** Places of a queue's records, and others. */
const keysOf = (queue: string, name: string) =>
  fc.oneof(
    fc.constantFrom(
      `${queue}/s`,
      `${name}/s`,
      'identity',
      `identity/${queue}`,
      '',
      '~',
      `${queue}/`,
      `${queue}/d/`,
    ),
    fc
      .tuple(fc.constantFrom(queue, name), fc.constantFrom('new', 'again', 'held', 'x'), anyId, anyCount)
      .map(
        ([whose, kind, id, count]) => `${whose}/e/${kind}/${id}/${count}${kind === 'held' ? '/visitor' : ''}`,
      ),
    fc.tuple(fc.constantFrom(queue, name), anyId).map(([whose, id]) => `${whose}/d/${id}`),
    anyText,
  )

const anyRecord = fc.oneof(
  cutText(fc.array(anyEvent, { maxLength: 3 }).map(asText)),
  cutText(anyState.map(asText)),
  cutText(anyLetter.map(asText)),
  cutText(anyJsonValue.map(asText)),
  anyStored,
)

const placesOf = (queue: string, name: string) =>
  fc.oneof(
    fc.constantFrom('sendoff-identity', `sendoff-identity/${queue}`, `sendoff/${queue}`, 'sendoff-session'),
    fc.tuple(fc.constantFrom(queue, name), anyId).map(([whose, id]) => `sendoff/${whose}/${id}`),
    anyText,
  )

const notesOf = (queue: string, name: string) =>
  fc
    .record(
      {
        chunks: fc.oneof(fc.dictionary(keysOf(queue, name), anyRecord), anyJsonValue),
        keys: fc.oneof(fc.array(fc.oneof(keysOf(queue, name), anyJsonValue)), anyJsonValue),
        until: anyJsonValue,
        lease: anyJsonValue,
        events: fc.oneof(fc.array(anyEvent), anyJsonValue),
        outcomes: fc.oneof(
          fc.array(
            fc.oneof(
              fc.constantFrom<unknown>({ type: 'delivered' }, { type: 'retry' }, { type: 7 }),
              anyJsonValue,
            ),
          ),
          anyJsonValue,
        ),
      },
      { requiredKeys: [] },
    )
    .map(asText)

const anyIdentity = fc
  .record(
    {
      anonymousId: anyJsonValue,
      userId: anyJsonValue,
      email: anyJsonValue,
      phone: anyJsonValue,
      _kx: anyJsonValue,
    },
    { requiredKeys: [] },
  )
  .map(asText)

const anyBrowser = fc.constantFrom(...VENDORS).chain(([destination, answer]) => {
  const { name } = destination
  const queue = queueOf(destination, '')
  return fc.record({
    destination: fc.constant(destination),
    answer: fc.constant(answer),
    records: fc.array(fc.tuple(keysOf(queue, name), anyRecord), { maxLength: 6 }),
    places: fc.array(
      fc.tuple(placesOf(queue, name), fc.oneof(cutText(notesOf(queue, name)), cutText(anyIdentity), anyText)),
      { maxLength: 6 },
    ),
  })
})

/** As in a database: a failed transaction changes nothing, and is over. */
const filledStore = async (records: readonly (readonly [string, unknown])[]): Promise<Store> => {
  const store = createMemoryStore()
  await store((t) => {
    for (const [key, value] of records) t.put(key, value as string)
  })
  return store
}

beforeEach(() => {
  pageInNode()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test(`whatever lies in a browser's storage, a page tracks, delivers, and stays in the database (${RUNS})`, async () => {
  await fc.assert(
    fc.asyncProperty(anyBrowser, ({ destination, answer, records, places }) =>
      timely(async () => {
        let time = NOON
        const area = createFakeArea()
        for (const [place, value] of places) area.set(place, value)
        const store = await filledStore(records)
        const errors: string[] = []
        const bodies: string[] = []
        const closing = new AbortController()
        const world: World = {
          now: () => time,
          random: () => 0.5,
          newId: idsOf(3, () => time),
          setTimer: () => undefined,
          openStore: () => store,
          area,
          lockFor: () => (work) => work(time),
          send: async ({ body }) => {
            bodies.push(body)
            return answer(body)
          },
          isOnline: () => true,
          signal: closing.signal,
        }
        const { track } = createClient({ destinations: [destination] }, world)
        track.on('error', ({ reason, message }) => errors.push(`${reason}: ${message}`))
        track.identify('customer-7')
        track('Tested by fuzzing')
        for (let day = 0; day < 3; day += 1) {
          await track.flush()
          time += DAY_MS / 2
        }
        const [status] = (await track.status()).queues
        closing.abort()
        expect(errors.filter((error) => !/^(invalid|unreadable|expired|evicted)/.test(error))).toEqual([])
        expect(status?.storage).toBe('indexeddb')
        expect(bodies.join()).toContain('Tested by fuzzing')
        expect(bodies.join()).toContain('customer-7')
        // Dead letters of any shape can be listed, tried again and forgotten.
        const letters = createDeadLetters(store)
        expect(Array.isArray(await letters.list())).toBe(true)
        await letters.retry()
        await letters.clear()
      }),
    ),
    { numRuns: RUNS },
  )
})
