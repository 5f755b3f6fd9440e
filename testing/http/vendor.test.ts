import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKlaviyoEmulator, type KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { startVendor, type Vendor } from './vendor.ts'

let klaviyo: KlaviyoEmulator
let vendor: Vendor

beforeEach(async () => {
  klaviyo = createKlaviyoEmulator()
  vendor = await startVendor(klaviyo)
})
afterEach(() => vendor.close())

const send = (signal?: AbortSignal): Promise<Response> =>
  fetch(`${vendor.origin}/client/events?company_id=AbC123`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', revision: '2026-07-15' },
    body: JSON.stringify({
      data: {
        type: 'event',
        attributes: {
          metric: { data: { type: 'metric', attributes: { name: 'Viewed Product' } } },
          properties: {},
          unique_id: crypto.randomUUID(),
          profile: { data: { type: 'profile', attributes: { anonymous_id: 'visitor-1' } } },
        },
      },
    }),
    ...(signal && { signal }),
  })

test('passes requests on to the emulator, under both names of the machine', async () => {
  expect((await send()).status).toBe(202)
  const byName = await fetch(`http://localhost:${vendor.port}/client/events`, { method: 'OPTIONS' })
  expect(byName.status).toBe(204)
  expect(klaviyo.events()).toHaveLength(1)
})

test('stops listening when down and comes back on the same port', async () => {
  const { port } = vendor
  await send()
  await vendor.setMode({ type: 'down' })
  await expect(send()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
  await vendor.setMode({ type: 'up' })
  expect((await send()).status).toBe(202)
  expect([vendor.port, klaviyo.events().length]).toEqual([port, 2])
})

test('ends in the mode that was set last, however fast modes follow each other', async () => {
  await Promise.all([vendor.setMode({ type: 'down' }), vendor.setMode({ type: 'up' })])
  expect((await send()).status).toBe(202)
  await Promise.all([vendor.setMode({ type: 'up' }), vendor.setMode({ type: 'down' })])
  await expect(send()).rejects.toThrow('fetch failed')
})

test('breaks the requests in flight when it goes down', async () => {
  await vendor.setMode({ type: 'hang' })
  const hanging = send()
  const settled = expect(hanging).rejects.toThrow('fetch failed')
  await expect.poll(vendor.inFlight).toBe(1)
  await vendor.setMode({ type: 'down' })
  await settled
  await expect.poll(() => vendor.requests()[0]?.endedAtMs).toBeTypeOf('number')
  expect(vendor.inFlight()).toBe(0)
})

test.each([true, false])('answers a status and records nothing (CORS headers: %s)', async (cors) => {
  await vendor.setMode({ type: 'status', status: 503, cors })
  const response = await send()
  expect(response.status).toBe(503)
  expect(response.headers.get('access-control-allow-origin')).toBe(cors ? '*' : null)
  expect(klaviyo.events()).toEqual([])
})

test('answers preflights whatever the fault, as a browser may have asked before', async () => {
  await vendor.setMode({ type: 'hang' })
  expect((await fetch(`${vendor.origin}/client/events`, { method: 'OPTIONS' })).status).toBe(204)
})

test('takes a request and never answers it when hanging', async () => {
  await vendor.setMode({ type: 'hang' })
  await expect(send(AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'TimeoutError' })
  await expect.poll(vendor.inFlight).toBe(0)
  const [request] = vendor.requests()
  expect(request).not.toHaveProperty('status')
  expect(klaviyo.events()).toEqual([])
})

test('answers late when slow', async () => {
  await vendor.setMode({ type: 'slow', ms: 80 })
  const startedAtMs = performance.now()
  expect((await send()).status).toBe(202)
  expect(performance.now() - startedAtMs).toBeGreaterThanOrEqual(75)
})

test('records an event and loses the answer', async () => {
  await vendor.setMode({ type: 'drop-answer' })
  await expect(send()).rejects.toThrow('fetch failed')
  expect(klaviyo.events()).toHaveLength(1)
  await expect.poll(() => vendor.requests()[0]?.endedAtMs).toBeTypeOf('number')
  expect(vendor.requests()[0]).not.toHaveProperty('status')
})

test('breaks one connection after recording, then answers', async () => {
  await vendor.setMode({ type: 'break-once' })
  await expect(send()).rejects.toThrow('fetch failed')
  expect((await send()).status).toBe(202)
  expect([vendor.mode().type, klaviyo.events().length]).toEqual(['up', 2])
})

test.each([true, false])(
  'limits the rate with a Retry-After that is readable by a script: %s',
  async (readable) => {
    await vendor.setMode({ type: 'rate-limit', retryAfterSeconds: 7, readable })
    const response = await send()
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
    expect(response.headers.get('access-control-expose-headers')).toBe(readable ? 'Retry-After' : null)
  },
)

test('counts how many requests were in flight at once', async () => {
  await send()
  await send()
  expect(vendor.mostInFlight()).toBe(1)
  await vendor.setMode({ type: 'slow', ms: 50 })
  await Promise.all([send(), send(), send()])
  expect(vendor.mostInFlight()).toBe(3)
  vendor.clear()
  await sleep(0)
  expect([vendor.mostInFlight(), vendor.requests()]).toEqual([0, []])
})
