import { afterEach, expect, test, vi } from 'vitest'
import { randomHex } from './random.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('is sixteen digits, other ones each time', () => {
  const drawn = Array.from({ length: 100 }, randomHex)
  for (const digits of drawn) expect(digits).toMatch(/^[\da-f]{16}$/)
  expect(new Set(drawn).size).toBe(100)
})

test('needs no more than bytes, as the stand-ins of old libraries fill them', () => {
  vi.stubGlobal('crypto', {
    getRandomValues(bytes: { readonly length: number; [index: number]: number }) {
      for (let index = 0; index < bytes.length; index++) bytes[index] = index
      return bytes
    },
  })
  expect(randomHex()).toBe('0001020304050607')
})
