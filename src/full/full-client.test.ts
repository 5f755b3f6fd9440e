import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createClientWorld } from '../../test/fakes/client-world.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { pageInNode } from '../../test/page-in-node.ts'
import { createFullClient } from './full-client.ts'

const DE = createFakeDestination({
  account: 'de',
  encode: (events) => ({ url: 'https://fake/de', body: JSON.stringify(events), events, costMs: 0 }),
})

beforeEach(() => {
  pageInNode()
  vi.stubGlobal('sessionStorage', window.sessionStorage)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const start = (options: Partial<Parameters<typeof createFullClient>[0]> = {}, adoptions = {}) => {
  const world = createClientWorld()
  const { track } = createFullClient({ destinations: [DE], ...options }, adoptions, world.open())
  /**
   * Resolves when this number of events has arrived: a full client first asks the database for the visitor's identity.
   */
  const arrived = (count: number) =>
    vi.waitFor(
      async () => {
        await track.flush()
        expect(world.namesTo(DE)).toHaveLength(count)
      },
      { timeout: 30_000 },
    )
  return { world, track, arrived }
}

describe('a full client', () => {
  test('reads, stores and sends nothing before the visitor agrees, and then what was held, in order', async () => {
    const { world, track, arrived } = start({ consent: 'required' })
    const receipts = ['a', 'b'].map((name) => track(name))
    track.identify('7')
    await track.flush()
    expect([...world.area.keys()]).toEqual([])
    expect(world.requests).toEqual([])
    track.consent('granted')
    await arrived(3)
    expect(world.namesTo(DE)).toEqual(['a', 'b', 'identify'])
    expect(await receipts[0]?.settled).toEqual({ type: 'delivered' })
  })

  test('drops what was held when the visitor refuses, and says so', async () => {
    const { world, track } = start({ consent: 'required' })
    const { settled } = track('a')
    track.consent('denied')
    track('b')
    expect(await track.flush()).toMatchObject({ consent: 2 })
    expect(await settled).toEqual({ type: 'dropped', reason: 'consent' })
    expect(world.requests).toEqual([])
  })

  test('sends what `before` makes of an event, and counts what it leaves out', async () => {
    const { world, track, arrived } = start({
      before: (event) => (event.name === 'secret' ? null : { ...event, name: `${event.name}!` }),
    })
    track('a')
    track('secret')
    await arrived(1)
    expect(await track.status()).toMatchObject({ filtered: 1 })
    expect(world.namesTo(DE)).toEqual(['a!'])
  })

  test('tells of a `before` that throws, and sends the event as it was', async () => {
    const { world, track, arrived } = start({
      before(event) {
        if (event.name === 'a') throw new Error('mine')
        return event
      },
    })
    const errors: string[] = []
    track.on('error', ({ reason }) => errors.push(reason))
    track('a')
    track('b')
    await arrived(2)
    expect(errors).toEqual(['before'])
    expect(world.namesTo(DE)).toEqual(['a', 'b'])
  })

  test('a consent that is neither granted nor denied changes nothing', async () => {
    const { world, track, arrived } = start()
    track.consent('maybe' as 'granted')
    track('a')
    await arrived(1)
    expect(world.namesTo(DE)).toEqual(['a'])
  })

  test('sends nothing to a vendor whose own script the visitor has told to stop', async () => {
    const { world, track } = start({}, { fake: { visitor: () => ({}), hasOptedOut: () => true } })
    track('a')
    await track.flush()
    expect(world.requests).toEqual([])
  })

  test('takes over the visitor whom the vendor’s own script knows', async () => {
    const { world, track, arrived } = start({}, { fake: { visitor: () => ({ anonymousId: 'theirs' }) } })
    track('a')
    await arrived(1)
    expect(world.requests[0]?.events[0]?.identity.anonymousId).toBe('theirs')
  })
})
