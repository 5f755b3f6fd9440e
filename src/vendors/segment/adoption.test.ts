import { expect, test } from 'vitest'
import { tracesOf } from '../../../test/fakes/traces.ts'
import { segmentVisitor } from './adoption.ts'

const VISITOR = '7b6f2f5e-4f2e-4a8e-9d52-4e1c0a7a1f10'
const OTHER = 'b3a5a1f0-6d8a-4c06-9f2e-1f0d7e2c9a11'

test.each([
  ['a cookie', tracesOf(`_ga=1; ajs_anonymous_id=${VISITOR}; a=b`)],
  ['a cookie of an older version', tracesOf(`ajs_anonymous_id=%22${VISITOR}%22`)],
  ['localStorage', tracesOf('', { ajs_anonymous_id: JSON.stringify(VISITOR) })],
  ['a cookie rather than localStorage', tracesOf(`ajs_anonymous_id=${VISITOR}`, { ajs_anonymous_id: OTHER })],
])('the visitor whom Segment’s own script knows is read from %s', (_, traces) => {
  expect(segmentVisitor(traces)).toEqual({ anonymousId: VISITOR })
})

test.each([
  '',
  'ajs_anonymous_id=',
  'ajs_anonymous_id=null%',
  'ajs_anonymous_id=ada%40shop.test',
  `xajs_anonymous_id=${VISITOR}`,
  `ajs_user_id=${VISITOR}`,
  `ajs_anonymous_id=${'x'.repeat(201)}`,
])('the visitor is nobody in "%s"', (cookie) => {
  expect(segmentVisitor(tracesOf(cookie))).toEqual({})
})
