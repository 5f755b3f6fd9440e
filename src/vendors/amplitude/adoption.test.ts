import { describe, expect, test } from 'vitest'
import { tracesOf } from '../../../test/fakes/traces.ts'
import { adoption, amplitudeVisitor } from './adoption.ts'

const KEY = '0123456789abcdef'.repeat(2)
const PLACE = 'AMP_0123456789'
const DEVICE = '7b6f2f5e-4f2e-4a8e-9d52-4e1c0a7a1f10'
const encoded = (content: object) => btoa(encodeURIComponent(JSON.stringify(content)))
const cookieOf = (content: object) => `a=b; AMP_MKTG_0123456789=x; ${PLACE}=${encoded(content)}`

describe('the device that Amplitude’s own script knows', () => {
  test.each([
    ['a cookie', tracesOf(cookieOf({ deviceId: DEVICE, userId: 'ada', sessionId: 1, optOut: false }))],
    [
      'a cookie that a server has encoded again',
      tracesOf(`${PLACE}=${encodeURIComponent(encoded({ deviceId: DEVICE }))}`),
    ],
    ['localStorage', tracesOf('', { [PLACE]: JSON.stringify({ deviceId: DEVICE }) })],
  ])('is read from %s', (_, traces) => {
    expect(amplitudeVisitor(KEY, traces)).toEqual({ anonymousId: DEVICE })
  })

  test.each([
    '',
    'x',
    '%',
    btoa('no JSON'),
    btoa('%'),
    encoded([]),
    encoded({ deviceId: {} }),
    encoded({ userId: 'ada' }),
  ])('is none in "%s"', (value) => {
    expect(amplitudeVisitor(KEY, tracesOf(`${PLACE}=${value}`, { [PLACE]: value }))).toEqual({})
  })

  test('is none in what another project has left', () => {
    expect(amplitudeVisitor('f'.repeat(32), tracesOf(cookieOf({ deviceId: DEVICE })))).toEqual({})
  })
})

test('who has opted out of Amplitude’s own script is left alone', () => {
  const isOut = (traces: Parameters<typeof amplitudeVisitor>[1]) => adoption.hasOptedOut?.(KEY, traces)
  expect(isOut(tracesOf(cookieOf({ deviceId: DEVICE, optOut: true })))).toBe(true)
  expect(isOut(tracesOf('', { [PLACE]: JSON.stringify({ optOut: true }) }))).toBe(true)
  expect(isOut(tracesOf(cookieOf({ deviceId: DEVICE, optOut: false })))).toBe(false)
  expect(isOut(tracesOf())).toBe(false)
})
