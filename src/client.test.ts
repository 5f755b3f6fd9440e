import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClientWorld } from '../test/fakes/client-world.ts'
import { createFakeDestination } from '../test/fakes/destination.ts'
import { type PageInNode, pageInNode } from '../test/page-in-node.ts'
import { createClient } from './client.ts'

const shop = (account: string) =>
  createFakeDestination({
    account,
    encode: (events) => ({ url: `https://fake/${account}`, body: JSON.stringify(events), events, costMs: 0 }),
  })
const DE = shop('de')
const EN = shop('en')

let page: PageInNode
beforeEach(() => {
  page = pageInNode()
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const hide = (): void => {
  Object.defineProperty(page.window.document, 'visibilityState', { value: 'hidden', configurable: true })
  page.window.document.dispatchEvent(new page.window.Event('visibilitychange'))
}

/** Returns the identities that the vendor has received with the events of an account. */
const peopleOf = ({ requests }: ReturnType<typeof createClientWorld>, account: string) =>
  requests
    .filter(({ url }) => url.endsWith(`/${account}`))
    .flatMap(({ events }) => events.map((event) => event.identity))

describe('a client', () => {
  test('sends what a task has tracked in one request, to every account', async () => {
    const world = createClientWorld()
    const { track } = createClient({ destinations: [DE, EN] }, world.open())
    const receipts = ['a', 'b', 'c'].map((name) => track(name))
    expect(world.requests).toEqual([])
    await track.flush()
    for (const destination of [DE, EN]) expect(world.namesTo(destination)).toEqual(['a', 'b', 'c'])
    expect(world.requests).toHaveLength(2)
    await Promise.all(receipts.map(({ stored }) => stored))
    expect(await receipts[0]?.settled).toEqual({ type: 'delivered' })
  })

  test('keeps what a page changes after the call out of the event', async () => {
    const world = createClientWorld()
    const { track } = createClient({ destinations: [DE] }, world.open())
    const properties = { sku: 'A-1' }
    track('Viewed', properties)
    properties.sku = 'B-2'
    await track.flush()
    expect(world.requests[0]?.events[0]?.properties).toEqual({ sku: 'A-1' })
  })

  const cycle: Record<string, unknown> = {}
  cycle.again = cycle
  test.each([
    ['no name', '', {}],
    ['a name that is no text', 7 as never, {}],
    ['a cycle', 'a', cycle],
    ['a BigInt', 'a', { n: 1n }],
    [
      'a getter that throws',
      'a',
      {
        get n() {
          throw new Error('mine')
        },
      },
    ],
    ['a list', 'a', [] as never],
    ['more than 64,000 characters', 'a', { text: 'x'.repeat(64_001) }],
  ])('refuses %s in a sentence, and loses no other event', async (_, name, properties) => {
    const world = createClientWorld()
    const { track } = createClient({ destinations: [DE] }, world.open())
    const errors: string[] = []
    track.on('error', ({ message }) => errors.push(message))
    const receipt = track(name, properties)
    track('sound')
    expect(await track.flush()).toMatchObject({ invalid: 1 })
    expect(world.namesTo(DE)).toEqual(['sound'])
    expect(errors).toEqual([expect.stringMatching(/^event dropped: expected a name/)])
    expect(await receipt.settled).toEqual({ type: 'dropped', reason: 'invalid' })
  })

  test('says who the visitor is to each account, from the next event on', async () => {
    const world = createClientWorld()
    const { track } = createClient({ destinations: [DE, EN] }, world.open())
    track('before')
    track.identify('7', { email: 'ada@shop.test' })
    track('after')
    await track.flush()
    for (const account of ['de', 'en'])
      expect(peopleOf(world, account).map(({ userId }) => userId)).toEqual([undefined, '7', '7'])
    expect(
      new Set(world.requests.flatMap(({ events }) => events.map(({ identity }) => identity.anonymousId)))
        .size,
    ).toBe(1)
  })

  test('begins anew after a log-out, in the other tabs, too', async () => {
    const world = createClientWorld()
    const one = createClient({ destinations: [DE] }, world.open())
    const { anonymousId } = one.identity()
    one.track.identify('7')
    const other = createClient({ destinations: [DE] }, world.open())
    expect(other.identity()).toEqual({ anonymousId, userId: '7' })
    one.track.reset()
    expect(other.identity().userId).toBeUndefined()
    expect(other.identity().anonymousId).not.toBe(anonymousId)
  })

  test('tells a second account nothing of whom the first has heard', async () => {
    const world = createClientWorld()
    createClient({ destinations: [DE] }, world.open()).track.identify('7')
    const { identity } = createClient({ destinations: [EN] }, world.open())
    expect(identity().userId).toBeUndefined()
  })

  test('sends once what is tracked in the moment when the page is hidden', async () => {
    const world = createClientWorld()
    const { track } = createClient({ destinations: [DE] }, world.open())
    track('before')
    hide()
    track('after')
    await track.flush()
    await track.flush()
    expect(world.namesTo(DE)).toEqual(['before', 'after'])
  })

  test('keeps what is tracked without a network', async () => {
    const world = createClientWorld()
    world.disconnect()
    const { track } = createClient({ destinations: [DE] }, world.open())
    await track('kept').stored
    expect((await track.status()).queues[0]?.queued).toBe(1)
  })

  test('gives calls from before its start the time at which they were made', async () => {
    const world = createClientWorld()
    const { track, replayAt } = createClient({ destinations: [DE] }, world.open())
    replayAt(1_000)
    track('early')
    replayAt()
    track('own', {}, { time: 2_000 })
    await track.flush()
    expect(world.requests.flatMap(({ events }) => events.map(({ time }) => time))).toEqual([1_000, 2_000])
  })
})
