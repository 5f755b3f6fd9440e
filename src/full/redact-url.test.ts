import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERSONAL_NAMES, PERSONAL_WORDS, redactUrl } from './redact-url.ts'

const SHOP = 'https://shop.test/cart'

describe('redactUrl', () => {
  test.each([...PERSONAL_WORDS, ...PERSONAL_NAMES])('takes the value of %s, whatever its case', (name) => {
    for (const form of [name, name.toUpperCase()])
      expect(redactUrl(`${SHOP}?a=1&${form}=x&b=2#top`)).toBe(`${SHOP}?a=1&${form}=redacted&b=2#top`)
  })

  test.each([
    'customer_email',
    'user[email]',
    'user%5Bemail%5D',
    'e-mail',
    'resetToken',
    'access_token',
    'api-key',
    'X-Amz-Signature',
    'first_name',
  ])('takes the value of %s', (name) => {
    expect(redactUrl(`${SHOP}?${name}=x`)).toBe(`${SHOP}?${name}=redacted`)
  })

  test.each(['color_code=red', 'keyword=shoes', 'smartphone=yes', 'tokens=5', 'size=xl', 'email=', 'q=a@b'])(
    'leaves %s alone',
    (pair) => {
      expect(redactUrl(`${SHOP}?${pair}`)).toBe(`${SHOP}?${pair}`)
    },
  )

  test.each([
    'ada@shop.test',
    'ada%40shop.test',
    'ada%2540shop.test',
    'to+ada%40shop.test+now',
    'ada@shop.test%',
    '%7B%22to%22%3A%22ada%40shop.test%22%7D',
    'https%3A%2F%2Fshop.test%2F%3Ftoken%3Dabc',
    'https%253A%252F%252Fshop.test%252F%253Ftoken%253Dabc',
    'token%3Dabc',
  ])('takes the whole value where it holds something personal: %s', (value) => {
    expect(redactUrl(`${SHOP}?q=${value}&size=xl`)).toBe(`${SHOP}?q=redacted&size=xl`)
  })

  test.each([
    ['https://shop.test/#access_token=abc&size=xl', 'https://shop.test/#access_token=redacted&size=xl'],
    ['https://shop.test/#/reset?token=abc', 'https://shop.test/#/reset?token=redacted'],
    ['https://shop.test/?next=/a?token=abc', 'https://shop.test/?next=/a?token=redacted'],
    ['https://shop.test/a;jsessionid=1F?b=2', 'https://shop.test/a;jsessionid=redacted?b=2'],
    ['https://shop.test/token=abc/x', 'https://shop.test/token=redacted'],
    ['https://shop.test/off/ada@shop.test/now', 'https://shop.test/off/redacted/now'],
    ['https://shop.test/off/ada%40shop.test', 'https://shop.test/off/redacted'],
    ['https://ada:pw@shop.test/a', 'https://shop.test/a'],
  ])('makes of %s %s', (url, redacted) => {
    expect(redactUrl(url)).toBe(redacted)
  })

  test.each([
    'https://shop.test/@ada/post',
    'https://shop.test/pkg@1.2.3',
    'https://shop.test/%E0%A4%A?x=%',
    'about:blank',
    '',
  ])('leaves %s as it is', (url) => {
    expect(redactUrl(url)).toBe(url)
  })

  test('finds an address of any letters in a parameter of any name, encoded as a form does', () => {
    const local = fc.stringMatching(/^[a-z\d][a-z\d.+_-]{0,20}$/)
    fc.assert(
      fc.property(
        local,
        fc.stringMatching(/^[a-z]{1,9}$/),
        fc.integer({ min: 1, max: 3 }),
        (name, key, times) => {
          let value = `${name}@shop.test`
          for (let time = 0; time < times; time++) value = encodeURIComponent(value)
          expect(redactUrl(`${SHOP}?${key}=${value}`)).toBe(`${SHOP}?${key}=redacted`)
        },
      ),
    )
  })

  test('never throws, and has nothing more to do on what it has made', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab@.%240=&?#;:/+ é\ud83d') })
    fc.assert(
      fc.property(text, (url) => {
        const once = redactUrl(url)
        expect(redactUrl(once)).toBe(once)
      }),
    )
  })
})
