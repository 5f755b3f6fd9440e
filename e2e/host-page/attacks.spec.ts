import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { statusOf, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

const CORS = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

/** Starts another site's server, which notes the requests to it. */
const startServer = async (answer: RequestListener) => {
  const asked: { readonly method: string | undefined; readonly headers: IncomingHttpHeaders }[] = []
  const server = createServer((incoming, outgoing) => {
    asked.push({ method: incoming.method, headers: incoming.headers })
    if (incoming.method === 'OPTIONS') outgoing.writeHead(204, CORS).end()
    else answer(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts: () => asked.filter(({ method }) => method !== 'OPTIONS'),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

for (const status of [302, 307]) {
  test(`a redirect (${status}) of the endpoint is not followed, and delivers nothing`, async ({
    site,
    profile,
  }) => {
    const elsewhere = await startServer((_, outgoing) => outgoing.writeHead(202, CORS).end('welcome'))
    const endpoint = await startServer((_, outgoing) =>
      outgoing.writeHead(status, { ...CORS, location: `${elsewhere.origin}/login` }).end(),
    )
    site.setPage('/shop', pageWith(snippet({ 'data-key': 'AbC123', 'data-endpoint': endpoint.origin })))
    const page = await visit(profile, `${site.origin}/shop`)
    await page.evaluate(() => {
      window.track.identify('customer-7', { email: 'ada@shop.test' })
    })
    await trackAll(page, ['event'])
    await expect.poll(() => endpoint.posts().length).toBeGreaterThan(0)
    await expect.poll(async () => (await statusOf(page)).queues[0]?.inFlight).toBe(0)

    expect(elsewhere.posts()).toEqual([])
    expect((await statusOf(page)).queues[0]).toMatchObject({ queued: 2, counts: {} })
    endpoint.close()
    elsewhere.close()
  })
}

test('a request tells of the page no more than its origin, whatever policy the page has', async ({
  site,
  profile,
}) => {
  const endpoint = await startServer((_, outgoing) => outgoing.writeHead(202, CORS).end())
  const policy = '<meta name="referrer" content="unsafe-url">'
  const tag = snippet({ 'data-key': 'AbC123', 'data-endpoint': endpoint.origin })
  site.setPage('/orders/7001', pageWith(policy + tag))
  const page = await visit(profile, `${site.origin}/orders/7001?token=secret`)
  await trackAll(page, ['event'])
  await expect.poll(() => endpoint.posts().length).toBeGreaterThan(0)

  expect(endpoint.posts()[0]?.headers.referer).toBe(`${site.origin}/`)
  endpoint.close()
})

const QUEUE = 'klaviyo:AbC123'
const RECORD = `${QUEUE}/e/new/01a1fdfa-4600-7000-8000-000000000009/1`
/** What another script, or a crash, may have left in localStorage. */
const LOCAL: Readonly<Record<string, string>> = {
  'sendoff/klaviyo/z': '{"keys":[null]}',
  'sendoff/klaviyo/y': '{"keys":[{"toString":1}]}',
  [`sendoff/${QUEUE}/z`]: '{"keys":[null],"chunks":7}',
  [`sendoff/${QUEUE}/y`]: JSON.stringify({ keys: [RECORD], until: { toString: 1 } }),
  [`sendoff/${QUEUE}/x`]: '{"events":[],"outcomes":[],"lease":{"toString":1}}',
  'sendoff-identity': '{"anonymousId":{},"userId":42}',
  [`sendoff-identity/${QUEUE}`]: `{"email":"${'a'.repeat(70_000)}@shop.test","userId":42}`,
  'sendoff-session': '{"id":"x","lastMs":1,"campaignMs":{"toString":1}}',
}
/** What another script, or a crash, may have left in the database. */
const STORED: Readonly<Record<string, unknown>> = {
  [`${QUEUE}/s`]: '{"sending":[null],"failures":-1e9,"tries":{"x":{"toString":1}},"repeats":5e-324}',
  [RECORD]: '[{"id":"x","time":{"toString":1},"identity":{},"properties":{}}]',
  [`${QUEUE}/e/new//11111111111111111111`]: 7,
  [`${QUEUE}/d/x`]: '{"event":{"id":{"toString":1}}}',
  identity: 42,
}

for (const file of ['sendoff.klaviyo.js', 'sendoff.full.js']) {
  test(`${file} goes on in the database whatever lies in the storage`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const attributes = { 'data-destination': 'klaviyo', ...attributesFor(vendor) }
    site.setPage('/shop', pageWith(snippet(attributes, `/dist/${file}`)))
    const before = await visit(profile, `${site.origin}/shop`)
    await trackAllStored(before, ['before'])
    await expectEachOnce(klaviyo, ['before'], before)
    await before.goto(`${site.origin}/bare`)
    await before.evaluate(
      ([local, stored]) => {
        for (const [place, value] of Object.entries(local)) localStorage.setItem(place, value)
        return new Promise<void>((resolve) => {
          const opening = indexedDB.open('sendoff')
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('sendoff', 'readwrite')
            for (const [key, value] of Object.entries(stored))
              transaction.objectStore('sendoff').put(value, key)
            transaction.oncomplete = () => resolve()
          }
        })
      },
      [LOCAL, STORED] as const,
    )
    await before.close()
    const page = await visit(profile, `${site.origin}/shop`)
    await trackAllStored(page, ['after'])

    await expectEachOnce(klaviyo, ['before', 'after'], page)
    expect((await statusOf(page)).queues[0]?.storage).toBe('indexeddb')
  })
}

test('a database without its store is replaced, and a later page has it', async ({
  klaviyo,
  site,
  profile,
}) => {
  const bare = await visit(profile, `${site.origin}/bare`)
  await bare.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('sendoff')
        opening.onsuccess = () => {
          opening.result.close()
          resolve()
        }
      }),
  )
  await bare.close()
  const page = await visit(profile, site.origin)
  await trackAll(page, ['first'])
  await expectEachOnce(klaviyo, ['first'], page)
  await page.close()
  // The database is removed with the page, which in WebKitGTK may take a moment longer than its window.
  await expect
    .poll(
      async () => {
        const early = await visit(profile, site.origin)
        const { queues } = await statusOf(early)
        await early.close()
        return queues[0]?.storage
      },
      { timeout: 25_000 },
    )
    .toBe('indexeddb')
  const next = await visit(profile, site.origin)
  await trackAllStored(next, ['second'])

  await expectEachOnce(klaviyo, ['first', 'second'], next)
  expect((await statusOf(next)).queues[0]?.storage).toBe('indexeddb')
})
