import { describe, expect, test } from 'vitest'
import { tracesOf } from '../../../test/fakes/traces.ts'
import { adoption, posthogVisitor } from './adoption.ts'

const KEY = `phc_${'a'.repeat(40)}`
const PLACE = `ph_${KEY}_posthog`
const VISITOR = '0199a5e2-77c4-7c1f-8a52-4e1c0a7a1f10'
const json = (content: object) => JSON.stringify({ $device_id: 'device', ...content })
const cookie = (content: object) => `a=b; ${PLACE}=${encodeURIComponent(json(content))}`

describe('the visitor whom PostHog’s own script knows', () => {
  test.each([
    ['localStorage', tracesOf('', { [PLACE]: json({ distinct_id: VISITOR }) })],
    ['a cookie', tracesOf(cookie({ distinct_id: VISITOR, $user_state: 'anonymous' }))],
    [
      'localStorage rather than a cookie',
      tracesOf(cookie({ distinct_id: 'other' }), { [PLACE]: json({ distinct_id: VISITOR }) }),
    ],
  ])('is read from %s', (_, traces) => {
    expect(posthogVisitor(KEY, traces)).toEqual({ anonymousId: VISITOR })
  })

  test('is not who was identified there, nor who used the browser before', () => {
    const content = { distinct_id: 'customer-7', $user_state: 'identified' }
    expect(posthogVisitor(KEY, tracesOf(cookie(content), { [PLACE]: json(content) }))).toEqual({})
  })

  test.each(['', '{', '[]', 'null', '{"distinct_id":7}', '{"distinct_id":"ada@shop.test"}', `"${VISITOR}"`])(
    'is nobody in %s',
    (content) => {
      expect(posthogVisitor(KEY, tracesOf(`${PLACE}=${content}`, { [PLACE]: content }))).toEqual({})
    },
  )

  test('is nobody in what another project has left, or in more than that script writes', () => {
    const content = json({ distinct_id: VISITOR })
    expect(posthogVisitor(KEY, tracesOf('', { ph_phc_other_posthog: content }))).toEqual({})
    const long = json({ distinct_id: VISITOR, x: 'x'.repeat(1_000_000) })
    expect(posthogVisitor(KEY, tracesOf('', { [PLACE]: long }))).toEqual({})
  })
})

test.each([
  ['0', true],
  ['no', true],
  ['1', false],
  ['', false],
  ['00', false],
])('"%s" where PostHog’s own script notes the choice is an opt-out: %s', (value, isOut) => {
  const place = `__ph_opt_in_out_${KEY}`
  expect(adoption.hasOptedOut?.(KEY, tracesOf('', { [place]: value }))).toBe(isOut)
  expect(adoption.hasOptedOut?.(KEY, tracesOf(`${place}=${value}`))).toBe(isOut)
  expect(adoption.hasOptedOut?.('phc_other', tracesOf(`${place}=${value}`))).toBe(false)
})
