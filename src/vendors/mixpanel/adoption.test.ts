import { describe, expect, test } from 'vitest'
import { tracesOf } from '../../../test/fakes/traces.ts'
import { adoption, mixpanelVisitor } from './adoption.ts'

const TOKEN = 'fedcba9876543210'.repeat(2)
const PLACE = `mp_${TOKEN}_mixpanel`
const DEVICE = '7b6f2f5e-4f2e-4a8e-9d52-4e1c0a7a1f10'
const CONTENT = JSON.stringify({ distinct_id: `$device:${DEVICE}`, $device_id: DEVICE, $search_engine: 'x' })

describe('the device that Mixpanel’s own script knows', () => {
  test.each([
    ['a cookie', tracesOf(`a=b; ${PLACE}=${encodeURIComponent(CONTENT)}`)],
    ['localStorage', tracesOf('', { [PLACE]: CONTENT })],
    [
      'what it keeps of a user',
      tracesOf('', { [PLACE]: JSON.stringify({ distinct_id: 'ada', $device_id: DEVICE }) }),
    ],
  ])('is read from %s', (_, traces) => {
    expect(mixpanelVisitor(TOKEN, traces)).toEqual({ anonymousId: DEVICE })
  })

  test.each(['', '{', '[]', '{"$device_id":7}', '{"$device_id":""}', '{"distinct_id":"old"}', '"x"'])(
    'is none in %s',
    (content) => {
      expect(mixpanelVisitor(TOKEN, tracesOf(`${PLACE}=${content}`, { [PLACE]: content }))).toEqual({})
    },
  )

  test('is none in what another project has left', () => {
    expect(mixpanelVisitor('0'.repeat(32), tracesOf('', { [PLACE]: CONTENT }))).toEqual({})
  })
})

test.each([
  ['0', true],
  ['1', false],
  ['', false],
])('"%s" where Mixpanel’s own script notes the choice is an opt-out: %s', (value, isOut) => {
  const place = `__mp_opt_in_out_${TOKEN}`
  expect(adoption.hasOptedOut?.(TOKEN, tracesOf('', { [place]: value }))).toBe(isOut)
  expect(adoption.hasOptedOut?.(TOKEN, tracesOf(`${place}=${value}`))).toBe(isOut)
})
