import { describe, expect, test } from 'vitest'
import { createCookieJar } from '../../../test/fakes/cookie-jar.ts'
import { createVisitorCookie } from './visitor-cookie.ts'

const ID = '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f'
const OTHER = '01a216c6-7aa8-7000-8ddb-310b06e2d34a'
const NOW = 1_800_000_000
const now = () => NOW
/** Returns a cookie's value as it is written this number of seconds from now. */
const at = (id: string, seconds = 0) => `${id}.t${(NOW + seconds).toString(36)}`

describe('the visitor’s cookie', () => {
  test('with auto lies on the widest domain that is no public suffix, and the probes are gone', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    const cookie = createVisitorCookie('auto', jar, now)
    cookie.set(ID)
    expect(jar.cookie).toBe(`sendoff_id=${at(ID)}`)
    expect(asked.at(-1)).toBe(
      `sendoff_id=${at(ID)}; Path=/; Max-Age=34560000; SameSite=Lax; Domain=shop.co.uk; Secure`,
    )
    expect(cookie.get()).toBe(ID)
  })

  test('is not bound to https where there is none', () => {
    const { jar, asked } = createCookieJar('shop.test', { protocol: 'http:' })
    createVisitorCookie('shop.test', jar, now).set(ID)
    expect(asked).toEqual([`sendoff_id=${at(ID)}; Path=/; Max-Age=34560000; SameSite=Lax; Domain=shop.test`])
  })

  test('is for this host alone where there is nothing above it', () => {
    const { jar, asked } = createCookieJar('192.168.0.7')
    createVisitorCookie('auto', jar, now).set(ID)
    expect(asked).toEqual([`sendoff_id=${at(ID)}; Path=/; Max-Age=34560000; SameSite=Lax; Secure`])
  })

  test('is not there unless the site wants one', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    const cookie = createVisitorCookie(undefined, jar)
    cookie.set(ID)
    expect([asked, cookie.get()]).toEqual([[], undefined])
  })

  test('carries no more than an id: what could be read as an attribute is neither written nor read', () => {
    const { jar, asked } = createCookieJar('shop.test')
    const cookie = createVisitorCookie('shop.test', jar, now)
    cookie.set('x; Domain=evil.test')
    expect(asked).toEqual([])
    jar.cookie = 'sendoff_id="x"'
    expect(cookie.get()).toBeUndefined()
  })

  test.each(['auto', 'www.shop.co.uk', 'shop.co.uk', undefined])(
    'is removed wherever an earlier configuration has put it, without a probe (now %s)',
    (domain) => {
      const { jar, asked } = createCookieJar('www.shop.co.uk')
      for (const at of ['', '; Domain=shop.co.uk', '; Domain=www.shop.co.uk'])
        jar.cookie = `sendoff_id=${ID}; Max-Age=60${at}`
      createVisitorCookie(domain, jar).remove()
      expect(jar.cookie).toBe('')
      expect(asked.filter((text) => /probe/.test(text))).toEqual([])
    },
  )

  test.each([
    // The site has changed its option from one domain to the other, or two sites of one domain differ.
    ['auto', 'www.shop.co.uk', 'shop.co.uk'],
    ['www.shop.co.uk', 'shop.co.uk', 'www.shop.co.uk'],
    ['shop.co.uk', undefined, 'shop.co.uk'],
    ['auto', undefined, 'shop.co.uk'],
  ])('is one again where %s finds another for %s: the newest word holds', (domain, elsewhere, place) => {
    for (const newest of ['here', 'elsewhere']) {
      const { jar, asked } = createCookieJar('www.shop.co.uk')
      const word = (id: string, seconds: number, where?: string) => {
        jar.cookie = `sendoff_id=${at(id, seconds)}; Max-Age=60${where ? `; Domain=${where}` : ''}`
      }
      word(ID, newest === 'here' ? -5 : -50, place)
      word(OTHER, newest === 'here' ? -50 : -5, elsewhere)
      const cookie = createVisitorCookie(domain, jar, now)
      const said = cookie.get()
      expect(said).toBe(newest === 'here' ? ID : OTHER)
      cookie.set(`${said}`)
      expect(jar.cookie).toBe(`sendoff_id=${at(`${said}`)}`)
      expect(asked.findLast((text) => text.includes(`=${at(`${said}`)};`))).toContain(`Domain=${place}`)
    }
  })

  test('believes no time of the day after tomorrow, and takes a cookie without one for the oldest', () => {
    const { jar } = createCookieJar('www.shop.co.uk')
    const cookie = createVisitorCookie('auto', jar, now)
    jar.cookie = `sendoff_id=${at(OTHER, 2 * 86_400)}; Domain=shop.co.uk`
    expect(cookie.get()).toBe(OTHER)
    jar.cookie = `sendoff_id=${at(ID, -1_000)}`
    expect(cookie.get()).toBe(ID)
    jar.cookie = 'sendoff_id=plain'
    expect(cookie.get()).toBe(OTHER)
  })

  test('sets nothing when there is nothing to remove', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    createVisitorCookie('auto', jar, now).remove()
    expect(asked).toEqual([])
  })

  test('does without where cookies are refused', () => {
    const refuse = (): never => {
      throw new DOMException('sandboxed', 'SecurityError')
    }
    const jar = Object.defineProperty({ location: { hostname: 'shop.test', protocol: 'https:' } }, 'cookie', {
      get: refuse,
      set: refuse,
    })
    const cookie = createVisitorCookie('auto', jar as never)
    cookie.set(ID)
    cookie.remove()
    expect(cookie.get()).toBeUndefined()
  })
})
