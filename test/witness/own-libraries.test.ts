import { createInstance, Identify } from '@amplitude/analytics-node'
import { Analytics } from '@segment/analytics-node'
import Mixpanel from 'mixpanel'
import { PostHog } from 'posthog-node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Destination } from '../../src/core/destination.ts'
import type { TrackedEvent } from '../../src/core/event.ts'
import { amplitude } from '../../src/vendors/amplitude/destination.ts'
import { API_KEY } from '../../src/vendors/amplitude/emulator/emulator.ts'
import { mixpanel } from '../../src/vendors/mixpanel/destination.ts'
import { TOKEN } from '../../src/vendors/mixpanel/emulator/emulator.ts'
import { posthog } from '../../src/vendors/posthog/destination.ts'
import { PROJECT_KEY } from '../../src/vendors/posthog/emulator/emulator.ts'
import { segment } from '../../src/vendors/segment/destination.ts'
import { WRITE_KEY } from '../../src/vendors/segment/emulator/emulator.ts'
import { idsOf, NOON } from '../events.ts'
import { startEar } from './heard.ts'

/*
 * An independent witness: each vendor's own library says the same to a server of ours as sendoff does. What differs is
 * named in each test; ids, times and the names of libraries differ by their nature.
 */

const VISITOR = 'visitor-1'
const USER = 'customer-7'
const PROPERTIES = { value: 19.9, currency: 'EUR', list: ['a', 'b'], nested: { on: true } }
const TRAITS = { plan: 'gold' }
const EMAIL = 'ada@shop.test'

const newId = idsOf(1)
const event = (given: Partial<TrackedEvent>): TrackedEvent => ({
  id: newId(),
  type: 'track',
  name: 'Placed Order',
  time: NOON,
  properties: PROPERTIES,
  identity: { anonymousId: VISITOR },
  ...given,
})
const anonymous = event({})
const known = event({ identity: { anonymousId: VISITOR, userId: USER } })
const identify = event({
  type: 'identify',
  name: 'identify',
  properties: TRAITS,
  identity: { anonymousId: VISITOR, userId: USER, email: EMAIL },
})

type Json = Record<string, unknown>
const parse = (body: string): Json => JSON.parse(body) as Json
const formIn = (body: string): Json[] =>
  JSON.parse(Buffer.from(new URLSearchParams(body).get('data') ?? '', 'base64').toString()) as Json[]

/** Without the fields that differ by their nature, or as the test says; and without what is empty. */
const without = (names: readonly string[], value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((part) => without(names, part))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const its = without(names, part)
      const isEmpty = typeof its === 'object' && its !== null && !Object.keys(its)[0]
      return names.includes(name) || isEmpty ? [] : [[name, its]]
    }),
  )
}

const bodiesOf = (destination: Destination, events: readonly TrackedEvent[]): readonly string[] =>
  events.map((its) => destination.encode([its], 'first', NOON).body)

let ear: Awaited<ReturnType<typeof startEar>>
beforeEach(async () => {
  ear = await startEar({
    status: 1,
    code: 200,
    success: true,
    events_ingested: 1,
    payload_size_bytes: 1,
    server_upload_time: 1,
  })
})
afterEach(() => ear.close())

test('Segment', async () => {
  const library = new Analytics({ writeKey: WRITE_KEY, host: `http://${ear.host}`, flushAt: 10 })
  const ids = { anonymousId: VISITOR, timestamp: new Date(NOON) }
  library.track({ ...ids, event: 'Placed Order', properties: PROPERTIES })
  library.track({ ...ids, userId: USER, event: 'Placed Order', properties: PROPERTIES })
  library.identify({ ...ids, userId: USER, traits: { ...TRAITS, email: EMAIL } })
  await library.closeAndFlush()

  // `integrations` is empty; `_metadata` tells of Node.
  const names = ['messageId', 'sentAt', 'context', '_metadata', 'integrations']
  const [theirs] = ear.heard
  const { body, url, headers } = segment({ writeKey: WRITE_KEY }).encode(
    [anonymous, known, identify],
    'first',
    NOON,
  )
  expect(without(names, parse(body))).toEqual(without(names, parse(`${theirs?.body}`)))
  expect([new URL(url).pathname, headers?.authorization]).toEqual([theirs?.path, theirs?.authorization])
})

test('PostHog', async () => {
  const library = new PostHog(PROJECT_KEY, { host: `http://${ear.host}`, flushAt: 10 })
  const timestamp = new Date(NOON)
  library.capture({ distinctId: VISITOR, event: 'Placed Order', properties: PROPERTIES, timestamp })
  library.capture({ distinctId: USER, event: 'Placed Order', properties: PROPERTIES, timestamp })
  library.capture({
    distinctId: USER,
    event: '$identify',
    properties: { $anon_distinct_id: VISITOR, $set: { ...TRAITS, email: EMAIL } },
    timestamp,
  })
  await library.shutdown()

  // A library of servers says so, and never whether a person has a profile, nor which device it is.
  const names = ['uuid', 'sent_at', '$lib', '$lib_version', '$is_server', '$geoip_disable']
  const ours = ['$process_person_profile', '$device_id']
  const [theirs] = ear.heard
  const { body, url } = posthog({ key: PROJECT_KEY }).encode([anonymous, known, identify], 'first', NOON)
  expect(without([...names, ...ours], parse(body))).toEqual(without(names, parse(`${theirs?.body}`)))
  expect(new URL(url).pathname).toBe(theirs?.path)
})

test('Amplitude', async () => {
  const library = createInstance()
  await library.init(API_KEY, { serverUrl: `http://${ear.host}/2/httpapi`, flushQueueSize: 10, logLevel: 0 })
    .promise
  library.track('Placed Order', PROPERTIES, { device_id: VISITOR, time: NOON })
  library.track('Placed Order', PROPERTIES, { device_id: VISITOR, user_id: USER, time: NOON })
  const said = new Identify().set('plan', 'gold').set('email', EMAIL)
  library.identify(said, { device_id: VISITOR, user_id: USER, time: NOON })
  await library.flush().promise

  // `event_id` counts events of a process; short ids are allowed by an option of ours.
  const names = ['insert_id', 'library', 'event_id', 'client_upload_time', 'options']
  const [theirs] = ear.heard
  const { body, url } = amplitude({ key: API_KEY }).encode([anonymous, known, identify], 'first', NOON)
  expect(without(names, parse(body))).toEqual(without(names, parse(`${theirs?.body}`)))
  expect(new URL(url).pathname).toBe(theirs?.path)
})

test('Mixpanel', async () => {
  const library = Mixpanel.init(TOKEN, { host: ear.host, protocol: 'http', geolocate: true, verbose: true })
  const done = (work: (callback: (error?: unknown) => void) => void) =>
    new Promise<void>((resolve) => work(() => resolve()))
  const ids = { $device_id: VISITOR, time: NOON }
  await done((callback) =>
    library.track_batch(
      [{ event: 'Placed Order', properties: { ...PROPERTIES, ...ids, distinct_id: `$device:${VISITOR}` } }],
      callback,
    ),
  )
  await done((callback) =>
    library.track_batch(
      [{ event: 'Placed Order', properties: { ...PROPERTIES, ...ids, distinct_id: USER, $user_id: USER } }],
      callback,
    ),
  )
  await done((callback) => library.people.set(USER, { $email: EMAIL, ...TRAITS }, callback))

  // The library of servers tells of a person neither the device nor the user; of people it sends one update, not a list.
  const names = ['$insert_id', 'mp_lib']
  const [first, second, third] = ear.heard
  const [visitor, user, person] = bodiesOf(mixpanel({ key: TOKEN }), [anonymous, known, identify]).map(formIn)
  const told = new URL(`http://${ear.host}${third?.path}`).search.slice(1)
  expect(without(names, visitor)).toEqual(formIn(`${first?.body}`))
  expect(without(names, user)).toEqual(formIn(`${second?.body}`))
  expect(without([...names, '$device_id', '$user_id'], person)).toEqual([formIn(told)])
  for (const path of [first?.path, second?.path]) expect(path).toContain('/track?ip=1&verbose=1')
})
