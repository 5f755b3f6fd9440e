import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bloomreachVisitor } from './adoption.ts'

const VISITOR = 'b3a5a1f0-6d8a-4c06-9f2e-1f0d7e2c9a11'

describe('the visitor whom Bloomreach’s own script knows', () => {
  test.each([
    `__exponea_etc__=${VISITOR}`,
    `_ga=1; __exponea_etc__=${VISITOR}; __exponea_time2__=0.5`,
    `a=b;__exponea_etc__=${VISITOR};c=d`,
  ])('is read from %s', (cookie) => {
    expect(bloomreachVisitor(cookie).anonymousId).toBe(VISITOR)
  })

  test.each([
    '',
    `x__exponea_etc__=${VISITOR}`,
    '__exponea_etc__=undefined',
    '__exponea_etc__=',
    `__exponea_etc__=${VISITOR}0`,
  ])('is nobody in "%s"', (cookie) => {
    expect(bloomreachVisitor(cookie)).toEqual({ offsetMs: 0 })
  })
})

describe('the clock that Bloomreach’s own script has measured', () => {
  test.each([
    ['1.25', 1_250],
    ['-0.0334', -33],
    ['-3600', -3_600_000],
    ['4.1e-5', 0],
    ['1e99', 0],
    ['NaN', 0],
    ['1.2.3', 0],
    ['', 0],
  ])('is %s seconds ahead: %d ms', (value, offsetMs) => {
    expect(bloomreachVisitor(`__exponea_time2__=${value}`).offsetMs).toBe(offsetMs)
  })

  test('never makes a time that is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (value) => {
        const { offsetMs } = bloomreachVisitor(`__exponea_time2__=${value}`)
        expect(new Date(Date.now() + offsetMs).getTime()).not.toBeNaN()
      }),
    )
  })
})
