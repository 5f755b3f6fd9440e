import { expect, test } from 'vitest'
import { createRedaction } from './redaction.ts'

const URL_WITH_TOKEN = 'https://shop.test/?token=abc'

const redactionWith = (hook?: (url: string) => string) => {
  const problems: string[] = []
  return { redact: createRedaction(hook, (problem) => problems.push(problem)), problems }
}

test('redacts without a hook', () => {
  expect(redactionWith().redact(URL_WITH_TOKEN)).toBe('https://shop.test/?token=redacted')
})

test('shows the hook what is redacted already, once for each address', () => {
  const seen: string[] = []
  const { redact } = redactionWith((url) => {
    seen.push(url)
    return url.replace(/\?.*/, '')
  })
  expect([redact(URL_WITH_TOKEN), redact(URL_WITH_TOKEN)]).toEqual([
    'https://shop.test/',
    'https://shop.test/',
  ])
  expect(seen).toEqual(['https://shop.test/?token=redacted'])
})

test('leaves the address out, and says so once, when the hook throws', () => {
  const { redact, problems } = redactionWith(() => {
    throw new Error('on purpose')
  })
  expect([redact(URL_WITH_TOKEN), redact(URL_WITH_TOKEN)]).toEqual([undefined, undefined])
  expect(problems).toEqual(['redact has thrown, so the address is left out: Error: on purpose'])
})

test('leaves the address out when the hook returns something else', () => {
  const { redact, problems } = redactionWith((() => null) as unknown as () => string)
  expect(redact(URL_WITH_TOKEN)).toBeUndefined()
  expect(problems).toEqual(['redact returned object; expected a string, so the address is left out'])
})

test('holds no more than some addresses', () => {
  let calls = 0
  const { redact } = redactionWith((url) => {
    calls++
    return url
  })
  for (let page = 0; page < 50; page++) redact(`/${page}`)
  redact('/0')
  expect(calls).toBe(50)
  redact('/50')
  redact('/0')
  expect(calls).toBe(52)
})
