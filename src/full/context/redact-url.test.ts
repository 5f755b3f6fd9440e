import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERSONAL_NAMES, PERSONAL_SINGLE_WORDS, PERSONAL_WORDS, redactText, redactUrl } from './redact-url.ts'

const SHOP = 'https://shop.test/cart'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g'

describe('redactUrl', () => {
  test.each([...PERSONAL_WORDS, ...PERSONAL_SINGLE_WORDS, ...PERSONAL_NAMES])(
    'takes the value of %s, whatever its case',
    (name) => {
      for (const form of [name, name.toUpperCase()])
        expect(redactUrl(`${SHOP}?a=1&${form}=x&b=2#top`)).toBe(`${SHOP}?a=1&${form}=redacted&b=2#top`)
    },
  )

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
    'accesstoken',
    'newpassword',
    'useremail',
    'oobCode',
    'SAMLResponse',
    '_kx',
    'mc_eid',
    '%65mail',
    '%2565mail',
    'e%6D%61il',
    '%FFemail',
    'amp;email',
    'filter[user][email]',
  ])('takes the value of %s', (name) => {
    expect(redactUrl(`${SHOP}?${name}=x`)).toBe(`${SHOP}?${name}=redacted`)
  })

  test.each([
    'color_code=red',
    'keyword=shoes',
    'smartphone=yes',
    'automobile=yes',
    'tokens=5',
    'size=xl',
    'email=',
    'q=a@b',
    'q=%40ada.lovelace',
    'q=100%',
    'next=https%3A%2F%2Fshop.test%2F%3Fsize%3Dxl',
    'q=eyJ.eyJ',
  ])('leaves %s alone', (pair) => {
    expect(redactUrl(`${SHOP}?${pair}`)).toBe(`${SHOP}?${pair}`)
  })

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
    'https%3A%2F%2Fada%3Apw%40localhost%2F',
    'ada%40b%C3%BCcher.example',
    'ada@xn--bcher-kva.example',
    'ada%40example.xn--p1ai',
    '%E7%94%A8%E6%88%B7%40%E4%BE%8B%E5%AD%90.%E5%B9%BF%E5%91%8A',
    '%E4%2526ada%40shop.test',
    '%FFada%40shop.test',
    '%E0%A4%Aada%40shop.test',
    `Bearer%20${JWT}`,
    JWT,
    '%7B%22user%22%3A%7B%22token%22%3A%22abc%22%7D%7D',
    '%252525252525252540',
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
    ['https://shop.test/to/https://ada:pw@localhost/a', 'https://shop.test/to/https://localhost/a'],
    ['https://shop.test/to/https%3A%2F%2Fada%3Apw%40localhost', 'https://shop.test/to/redacted'],
    [`https://shop.test/invite/${JWT}/yes`, 'https://shop.test/invite/redacted/yes'],
    [`https://shop.test/?${JWT}`, 'https://shop.test/?redacted'],
    ['https://shop.test/?ada@shop.test', 'https://shop.test/?redacted'],
    ['https://shop.test/?ada%40shop.test=1', 'https://shop.test/?redacted=1'],
    ['https://shop.test/?email%3Dsecret', 'https://shop.test/?redacted'],
    ['https://shop.test/?a=%E4&email=x&b=%E4', 'https://shop.test/?a=%E4&email=redacted&b=%E4'],
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

  // A pattern whose time grows with the square of the length would not end in time here.
  test.each([
    'a@',
    'a@a.',
    '@.',
    'eyJ',
    'eyJaaaaa.',
    '-eyJ',
    '%',
    '%25',
    '25',
    '%E4',
    '=',
    '&=',
    ';a',
    '//',
    '//a@',
    'a:',
    'email',
    'x-',
    '{":',
    'Aa',
  ])('reads 65,536 characters of %s', (unit) => {
    for (const start of ['', 'https://', '?a=', '?', '#', '%', 'a@'])
      redactUrl(start + unit.repeat(2 ** 16 / unit.length))
  })
})

test.each([
  ['Inbox of ada@shop.test (3)', 'Inbox of redacted (3)'],
  ['Hello <ada@b\u00fccher.example>', 'Hello redacted'],
  [`Signed in: ${JWT}`, 'Signed in: redacted'],
  ['Reset token=abc', 'Reset redacted'],
  ['Code: 100% cotton @ada', 'Code: 100% cotton @ada'],
])('makes of the title %s %s', (title, told) => {
  expect(redactText(title)).toBe(told)
})
