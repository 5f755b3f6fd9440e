// Each engine has regular expressions of its own: a pattern whose time grows with the square of the length in one of
// them would not end in time.
import { expect, test } from 'vitest'
import { redactUrl } from '../../src/full/context/redact-url.ts'

const CHARS = 2 ** 16
const UNITS = [
  ...['a@', 'a@a.', '@.', 'eyJ', 'eyJaaaaa.', '-eyJ', '%', '%25', '25', '%E4', '=', '&=', ';a', '//', '//a@'],
  ...['a:', 'email', 'x-', '{":', 'Aa', '%2540', '/https://a:b', 'ü@', '[]'],
]

for (const unit of UNITS)
  test(`reads ${CHARS} characters of ${unit}`, () => {
    for (const start of ['', 'https://', '?a=', '?', '#', '%', 'a@'])
      expect(typeof redactUrl(start + unit.repeat(CHARS / unit.length))).toBe('string')
  })
