import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTracker as createFull } from '../src/full/create-tracker.ts'
import { createTracker as createBare, type Tracker, type TrackerOptions } from '../src/index.ts'
import { bloomreach } from '../src/vendors/bloomreach/destination.ts'
import { crowdpower } from '../src/vendors/crowdpower/destination.ts'
import { helpcrunch } from '../src/vendors/helpcrunch/destination.ts'
import { http } from '../src/vendors/http/destination.ts'
import { klaviyo } from '../src/vendors/klaviyo/destination.ts'
import { yotpo } from '../src/vendors/yotpo/destination.ts'
import { pageInNode } from './page-in-node.ts'

const ENDPOINT = 'https://collect.shop.test'
const KEY = { companyId: 'AbC123' }
const unset: string | undefined = undefined

beforeEach(() => vi.stubEnv('NODE_ENV', 'production'))

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Every public call of a tracker, as a page makes them. */
const useAll = async (track: Tracker) => {
  const { settled, stored } = track('Viewed Product', { sku: 'A-1' })
  track.identify('customer-7', { email: 'ada@shop.test' })
  track.on('settled', () => undefined)()
  track.reset()
  await stored
  await track.flush()
  return settled
}

const off: readonly (readonly [
  what: string,
  options: TrackerOptions & { enabled?: boolean },
  says: RegExp,
])[] = [
  ['enabled: false', { enabled: false, destinations: [klaviyo(KEY)] }, /enabled is false/],
  ['an empty list', { destinations: [] }, /no destinations/],
  ['klaviyo without a key', { destinations: [klaviyo({ companyId: unset })] }, /klaviyo.*companyId/],
  ['klaviyo with an empty key', { destinations: [klaviyo({ companyId: '' })] }, /klaviyo.*companyId/],
  [
    'bloomreach without a project',
    { destinations: [bloomreach({ projectToken: unset, key: 'a'.repeat(64) })] },
    /bloomreach.*projectToken/,
  ],
  ['crowdpower without a key', { destinations: [crowdpower({ key: unset })] }, /crowdpower.*key/],
  ['yotpo without a relay', { destinations: [yotpo({ relay: unset })] }, /yotpo.*relay/],
  ['helpcrunch without a relay', { destinations: [helpcrunch({ relay: unset })] }, /helpcrunch.*relay/],
  ['http without an address', { destinations: [http({ url: unset })] }, /http.*url/],
]

describe.each([
  ['bare', createBare],
  ['full', createFull],
] as const)('the %s tracker', (_, create) => {
  test.each(off)('is inert and says so once: %s', async (_, options, says) => {
    const page = pageInNode()
    const before = page.listeners()
    const track = create(options)
    const outcome = await useAll(track)

    expect(page.said.filter((words) => says.test(words))).toHaveLength(1)
    expect(page.said).toHaveLength(1)
    expect(outcome.type).toBe('dropped')
    expect([page.requests, page.window.localStorage.length, page.listeners()]).toEqual([[], 0, before])
  })

  test('sends to the destinations that have their key, and leaves out the others', async () => {
    const page = pageInNode()
    const track = create({
      destinations: [klaviyo({ companyId: unset }), http({ url: `${ENDPOINT}/events` })],
    })
    track('Viewed Product')
    await vi.waitFor(() => expect(page.requests.length).toBeGreaterThan(0), 60_000)
    expect(page.requests.filter((url) => !url.startsWith(ENDPOINT))).toEqual([])
    const { queues } = await track.status()
    expect(queues.map(({ destination }) => destination)).toEqual(['http'])
    expect(page.said).toHaveLength(1)
    track.close()
  })

  test.each([
    ['a wrong key', () => ({ destinations: [klaviyo({ companyId: 'not a key' })] }), /companyId/],
    ['enabled as a text', () => ({ destinations: [klaviyo(KEY)], enabled: 'false' }), /enabled is string/],
    ['destinations that are no list', () => ({ destinations: 'klaviyo' }), /destinations/],
  ])('still refuses what is wrong: %s', (_, options, says) => {
    pageInNode()
    expect(() => create(options() as never)).toThrow(says)
  })

  test.each([
    ['NODE_ENV is test', 'test', undefined],
    [
      'jsdom imitates the page',
      'development',
      'Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/29.0.1',
    ],
    ['happy-dom imitates the page', 'development', 'Mozilla/5.0 (X11; Linux x64) HappyDOM/21.0.4'],
  ])(
    'sends nothing to a vendor itself where %s, but to an endpoint that was named',
    async (_, env, userAgent) => {
      vi.stubEnv('NODE_ENV', env)
      const page = pageInNode(userAgent)
      await useAll(create({ destinations: [klaviyo(KEY), crowdpower({ key: `pk_${'0'.repeat(64)}` })] }))
      expect(page.requests).toEqual([])
      expect(page.said).toEqual([expect.stringMatching(/klaviyo is off: a test.*crowdpower is off: a test/)])

      const track = create({ destinations: [klaviyo({ ...KEY, endpoint: ENDPOINT })] })
      await useAll(track)
      expect(page.requests.length).toBeGreaterThan(0)
      expect(page.requests.filter((url) => !url.startsWith(ENDPOINT))).toEqual([])
      track.close()
    },
  )

  test('listens to nothing and sends nothing any more once it is closed, and keeps what is tracked', async () => {
    const page = pageInNode()
    const before = page.listeners()
    const options = {
      destinations: [klaviyo({ ...KEY, endpoint: ENDPOINT })],
      ...(create === createFull && { pageviews: true, declarative: true, outbound: true }),
    }
    const track = create(options as TrackerOptions)
    await useAll(track)
    expect(page.listeners()).toBeGreaterThan(before)
    const sent = page.requests.length

    track.close()
    expect(page.listeners()).toBe(before)
    await track('Tracked afterwards').stored
    page.window.dispatchEvent(new page.window.Event('online'))
    await track.flush()
    expect(page.requests).toHaveLength(sent)

    const next = create(options as TrackerOptions)
    // Later, if a request of the one that is closed is under way: without Web Locks, its lease is respected.
    await vi.waitFor(() => expect(page.requests.length).toBeGreaterThan(sent), 60_000)
    next.close()
  })
})
