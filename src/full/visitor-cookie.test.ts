import { describe, expect, test } from 'vitest'
import { createCookieJar } from '../../test/fakes/cookie-jar.ts'
import { createVisitorCookie } from './visitor-cookie.ts'

const ID = '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f'

describe('the visitor’s cookie', () => {
  test('with auto lies on the widest domain that is no public suffix, and the probes are gone', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    const cookie = createVisitorCookie('auto', jar)
    cookie.set(ID)
    expect(jar.cookie).toBe(`sendoff_id=${ID}`)
    expect(asked.at(-1)).toBe(
      `sendoff_id=${ID}; Path=/; Max-Age=34560000; SameSite=Lax; Domain=shop.co.uk; Secure`,
    )
    expect(cookie.get()).toBe(ID)
  })

  test('is not bound to https where there is none', () => {
    const { jar, asked } = createCookieJar('shop.test', { protocol: 'http:' })
    createVisitorCookie('shop.test', jar).set(ID)
    expect(asked).toEqual([`sendoff_id=${ID}; Path=/; Max-Age=34560000; SameSite=Lax; Domain=shop.test`])
  })

  test('is for this host alone where there is nothing above it', () => {
    const { jar, asked } = createCookieJar('192.168.0.7')
    createVisitorCookie('auto', jar).set(ID)
    expect(asked).toEqual([`sendoff_id=${ID}; Path=/; Max-Age=34560000; SameSite=Lax; Secure`])
  })

  test('is not there unless the site wants one', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    const cookie = createVisitorCookie(undefined, jar)
    cookie.set(ID)
    expect([asked, cookie.get()]).toEqual([[], undefined])
  })

  test('carries no more than an id: what could be read as an attribute is neither written nor read', () => {
    const { jar, asked } = createCookieJar('shop.test')
    const cookie = createVisitorCookie('shop.test', jar)
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

  test('sets nothing when there is nothing to remove', () => {
    const { jar, asked } = createCookieJar('www.shop.co.uk')
    createVisitorCookie('auto', jar).remove()
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
