import { expect, test } from 'vitest'
import { createFakeArea } from '../../../test/fakes/area.ts'
import type { Identity } from '../../core/event.ts'
import { identifyCall } from '../../core/identify-call.ts'
import { identified, type Traits } from '../../core/identity.ts'
import { bloomreach } from '../../vendors/bloomreach/destination.ts'
import { crowdpower } from '../../vendors/crowdpower/destination.ts'
import { klaviyo } from '../../vendors/klaviyo/destination.ts'
import { ADOPTIONS } from '../../vendors/listed/adoptions.ts'
import { createVendorWatch, LOOK_MS, VENDOR } from './vendor-watch.ts'

const KLAVIYO = klaviyo({ companyId: 'AbC123' })
const BLOOMREACH = bloomreach({ projectToken: '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f', key: 'a'.repeat(64) })
const UUID = '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f'
const CID = btoa(UUID)

/** A tab with a client that tells under which identity it was called. */
const createTab = (destinations = [KLAVIYO], area = createFakeArea()) => {
  let identity: Identity = { anonymousId: 'ours' }
  let ms = 0
  let reads = 0
  const traces = { cookie: '', search: '' }
  const told: Identity[] = []
  const keep = (next: Identity) => {
    identity = next
    area.set('identity', JSON.stringify(next))
  }
  keep({ ...identity, ...JSON.parse(area.get('identity') ?? '{}') })
  const client = {
    identity: () => identity,
    adopt: (said: Partial<Identity>) => keep({ ...identity, ...said }),
    track: {
      identify: (userId?: unknown, traits?: Traits) => {
        keep(identified(identity, identifyCall(userId, traits).said, () => 'another'))
        told.push(identity)
        return {
          id: `${told.length}`,
          stored: Promise.resolve(),
          settled: new Promise<never>(() => undefined),
        }
      },
    },
  }
  const watch = createVendorWatch({
    client,
    adoptions: ADOPTIONS,
    destinations,
    place: VENDOR,
    area,
    traces: () => {
      reads++
      const { cookie, search } = traces
      return {
        cookie,
        stored: () => '',
        parameter: (name) => new URLSearchParams(search).get(name) ?? undefined,
      }
    },
    now: () => ms,
  })
  return {
    ...watch,
    area,
    told,
    identity: () => identity,
    adopt: client.adopt,
    reset: () => keep({ anonymousId: 'anew' }),
    reads: () => reads,
    /** Sets what the vendors' scripts have left, and lets an event come when the watch may look again. */
    find(found: Partial<typeof traces>) {
      Object.assign(traces, found)
      ms += LOOK_MS
      watch.look()
    },
  }
}

const klaviyoCookie = (content: object) => `__kla_id=${encodeURIComponent(btoa(JSON.stringify(content)))}`

test('takes over the id of a vendor whose script comes later, and the person that a form has made known', () => {
  const { find, identity, told } = createTab()
  find({})
  expect(identity()).toEqual({ anonymousId: 'ours' })
  find({ cookie: klaviyoCookie({ cid: CID }) })
  expect(identity()).toEqual({ anonymousId: CID })
  expect(told).toEqual([])
  find({ cookie: klaviyoCookie({ cid: CID, $exchange_id: 'reader.AbC123' }) })
  expect(identity()).toEqual({ anonymousId: CID, _kx: 'reader.AbC123' })
  // The vendor is told that events before the identification belong to the same person.
  expect(told).toEqual([{ anonymousId: 'ours', _kx: 'reader.AbC123' }])
  find({})
  expect(told).toHaveLength(1)
})

test('joins what was tracked before, once, as soon as the site says who it is', () => {
  const { find, identify, identity, told } = createTab([BLOOMREACH])
  find({ cookie: `__exponea_etc__=${UUID}` })
  identify(undefined, { firstName: 'Ada' })
  expect(told).toEqual([{ anonymousId: 'ours' }])
  identify('customer-7')
  identify('customer-7')
  expect(told.slice(1)).toEqual(
    ['ours', UUID, UUID].map((anonymousId) => ({ anonymousId, userId: 'customer-7' })),
  )
  expect(identity().anonymousId).toBe(UUID)
})

test('keeps the person that the site has identified, whoever’s link was followed', () => {
  const { find, identify, identity, told } = createTab()
  find({ search: '?_kx=reader.AbC123' })
  expect(identity()._kx).toBe('reader.AbC123')
  identify(undefined, { email: 'ada@shop.test' })
  expect(identity()).toEqual({ anonymousId: 'ours', email: 'ada@shop.test' })
  find({ search: '?_kx=other.AbC123', cookie: klaviyoCookie({ cid: CID, $exchange_id: 'other.AbC123' }) })
  expect(identity()).toEqual({ anonymousId: CID, email: 'ada@shop.test' })
  expect(told).toHaveLength(1)
})

test('is no news after a log-out, on the next page neither', () => {
  const traces = { cookie: klaviyoCookie({ cid: CID }), search: '?_kx=reader.AbC123' }
  const tab = createTab()
  tab.find(traces)
  tab.reset()
  tab.find(traces)
  expect(tab.identity()).toEqual({ anonymousId: 'anew' })
  const next = createTab([KLAVIYO], tab.area)
  next.find(traces)
  expect(next.identity()).toEqual({ anonymousId: 'anew' })
  next.find({ search: '?_kx=another.AbC123' })
  expect(next.identity()).toEqual({ anonymousId: 'anew', _kx: 'another.AbC123' })
})

test('is no news after a log-out where the visitor began with that id', () => {
  const tab = createTab([KLAVIYO], createFakeArea())
  tab.adopt({ anonymousId: CID })
  tab.find({ cookie: klaviyoCookie({ cid: CID }) })
  tab.reset()
  const next = createTab([KLAVIYO], tab.area)
  next.find({ cookie: klaviyoCookie({ cid: CID }) })
  expect(next.identity()).toEqual({ anonymousId: 'anew' })
})

test('reads cookies at most once a second, and none where no vendor names visitors', () => {
  const tab = createTab()
  for (let event = 0; event < 100; event++) tab.look()
  expect(tab.reads()).toBe(1)
  const other = createTab([crowdpower({ key: `pk_${'a'.repeat(64)}` })])
  other.find({})
  expect(other.reads()).toBe(0)
})

test.each(['', 'null', '[]', '{', '{"former":7}', `{"former":"${'x'.repeat(1_000)}"}`, '{"anonymousId":{}}'])(
  'does not believe a record that says %s',
  (record) => {
    const area = createFakeArea()
    area.set(VENDOR, record)
    const { find, identify, told } = createTab([KLAVIYO], area)
    find({ cookie: klaviyoCookie({}) })
    identify('customer-7')
    expect(told).toEqual([{ anonymousId: 'ours', userId: 'customer-7' }])
  },
)
