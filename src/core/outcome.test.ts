import { expect, test } from 'vitest'
import { outcomeOfStatus } from './outcome.ts'

test.each([200, 202, 204])('takes %s as delivered', (status) => {
  expect(outcomeOfStatus(status)).toEqual({ type: 'delivered' })
})

test.each([0, 101, 301, 302, 304, 307])('takes %s for nobody’s word', (status) => {
  expect(outcomeOfStatus(status)).toMatchObject({ type: 'retry', reason: 'unanswered' })
})

test.each([
  [401, 'paused'],
  [403, 'paused'],
  [404, 'paused'],
  [408, 'unanswered'],
  [429, 'limited'],
  [500, 'busy'],
  [502, 'unanswered'],
  [503, 'busy'],
  [504, 'unanswered'],
  [599, 'busy'],
])('keeps the events after %s, as %s', (status, reason) => {
  expect(outcomeOfStatus(status, 2_000)).toMatchObject({ type: 'retry', reason, afterMs: 2_000 })
})

test.each([400, 409, 413, 422])('leaves it to the destination what %s means', (status) => {
  expect(outcomeOfStatus(status)).toBeUndefined()
})
