import { expect, test } from 'vitest'
import { clipped } from './clipped.ts'

test('leaves a text alone that is short enough, and cuts one that is not', () => {
  expect(clipped('abc', 3)).toBe('abc')
  expect(clipped('abcd', 3)).toBe('abc')
})

test('leaves an emoji out rather than half of it', () => {
  expect(clipped('ab😀', 3)).toBe('ab')
  expect(clipped('ab😀', 4)).toBe('ab😀')
})
