import { expect, test } from 'vitest'
import { frozenCall } from './frozen-call.ts'

test('takes a long text in the place of the options for none, at once', () => {
  const options = 'x'.repeat(10_000_000) as never
  const startedAt = performance.now()
  const event = frozenCall({ type: 'track', name: 'Tested', properties: {}, options }, 'id-1', 1)
  expect(JSON.parse(`${event?.json}`)).toMatchObject({ name: 'Tested', time: 1 })
  // Without the check, each character becomes a property, which takes some twenty seconds.
  expect(performance.now() - startedAt).toBeLessThan(5_000)
})
