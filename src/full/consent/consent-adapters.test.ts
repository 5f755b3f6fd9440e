import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { followConsentMode } from './consent-mode.ts'
import { followTcf } from './tcf.ts'

let told: string[] = []
const track = { consent: (decision: 'granted' | 'denied') => void told.push(decision) }

beforeEach(() => {
  told = []
})
afterEach(() => vi.unstubAllGlobals())

describe('Google Consent Mode', () => {
  const layer: unknown[] = []
  /** Google's snippet defines `gtag` like this: it queues an `arguments` object. */
  const gtag = (...args: unknown[]) => layer.push(Object.assign({ length: args.length }, args))
  const follow = () => followConsentMode(track, ['analytics_storage', 'ad_user_data'])

  beforeEach(() => {
    layer.length = 0
    Reflect.deleteProperty(layer, 'push')
    vi.stubGlobal('dataLayer', layer)
  })

  test('waits where the default denies: it does so on the pages of those who have agreed, too', () => {
    gtag('consent', 'default', { analytics_storage: 'denied', ad_user_data: 'denied', wait_for_update: 500 })
    follow()
    expect(told).toEqual([])
    gtag('consent', 'update', { analytics_storage: 'granted' })
    expect(told).toEqual([])
    gtag('consent', 'update', { ad_user_data: 'granted' })
    expect(told).toEqual(['granted'])
  })

  test('grants where every type is granted by default', () => {
    gtag('js', new Date(0))
    gtag('consent', 'default', { analytics_storage: 'granted', ad_user_data: 'granted' })
    follow()
    expect(told).toEqual(['granted'])
  })

  test('waits where the default denies in some regions: the visitor may be there', () => {
    gtag('consent', 'default', { analytics_storage: 'denied', ad_user_data: 'denied', region: ['DE'] })
    gtag('consent', 'default', { analytics_storage: 'granted', ad_user_data: 'granted' })
    follow()
    expect(told).toEqual([])
  })

  test('denies as soon as an update denies one of the types, and leaves other types alone', () => {
    follow()
    gtag('consent', 'update', { ad_storage: 'denied' })
    expect(told).toEqual([])
    gtag('consent', 'update', { analytics_storage: 'granted', ad_user_data: 'denied' })
    expect(told).toEqual(['denied'])
  })

  test('keeps what the page pushes, whatever it is, and stops when asked', () => {
    const stop = follow()
    const others = [null, 7, 'text', { event: 'gtm.js' }, ['consent', 'update', null]]
    expect(layer.push(...others)).toBe(others.length)
    expect([...layer]).toEqual(others)
    stop()
    gtag('consent', 'update', { analytics_storage: 'denied' })
    expect(told).toEqual([])
  })

  test('may come before gtag', () => {
    vi.stubGlobal('dataLayer', undefined)
    follow()
    const { dataLayer } = globalThis as unknown as { dataLayer: unknown[] }
    dataLayer.push(['consent', 'update', { analytics_storage: 'denied' }])
    expect(told).toEqual(['denied'])
  })
})

describe('the IAB TCF', () => {
  type Listener = (data: object, success: boolean) => void
  const listeners = new Map<number, Listener>()
  /** Imitates the API of a consent platform. */
  const api = (command: string, version: number, callback: Listener, id = 7): void => {
    expect(version).toBe(2)
    if (command === 'addEventListener') listeners.set(id, callback)
    else callback({}, listeners.delete(id))
  }
  const say = (data: object, success = true) => listeners.get(7)?.({ listenerId: 7, ...data }, success)
  const consents = (...ids: number[]) => ({ consents: Object.fromEntries(ids.map((id) => [id, true])) })

  beforeEach(() => {
    listeners.clear()
    vi.stubGlobal('__tcfapi', api)
  })

  test('grants when every purpose is agreed to, and denies when one is not', () => {
    followTcf(track, [1, 8])
    say({ eventStatus: 'tcloaded', gdprApplies: true, purpose: consents(1, 8) })
    say({ eventStatus: 'useractioncomplete', gdprApplies: true, purpose: consents(1) })
    say({ eventStatus: 'useractioncomplete', gdprApplies: true })
    expect(told).toEqual(['granted', 'denied', 'denied'])
  })

  test('says nothing while the platform still asks, fails, or does not know where the visitor is', () => {
    followTcf(track, [1])
    say({ eventStatus: 'cmpuishown', gdprApplies: true, purpose: consents() })
    say({ eventStatus: 'tcloaded', purpose: consents() })
    say({ eventStatus: 'tcloaded', gdprApplies: true, purpose: consents() }, false)
    expect(told).toEqual([])
  })

  test('grants where the GDPR does not apply', () => {
    followTcf(track, [1])
    say({ eventStatus: 'tcloaded', gdprApplies: false })
    expect(told).toEqual(['granted'])
  })

  test('stops when asked', () => {
    const stop = followTcf(track, [1])
    say({ eventStatus: 'tcloaded', gdprApplies: true, purpose: consents(1) })
    stop()
    expect(listeners.size).toBe(0)
  })

  test('refuses a page without a platform', () => {
    vi.stubGlobal('__tcfapi', undefined)
    expect(() => followTcf(track, [1])).toThrow('__tcfapi is undefined; expected a consent platform')
  })
})
