import { describe, expect, test } from 'vitest'
import { createLock } from '../../src/browser/lock.ts'
import { randomHex } from '../../src/browser/random.ts'

describe('a lock', () => {
  test('is granted where nobody holds it, and says when', async () => {
    const since = await createLock('free')(async (grantedAt) => grantedAt)
    expect(since).toBeGreaterThan(0)
  })

  test('lets a second one work with 0 while the first holds it', async () => {
    const seen = await createLock('held')(() => createLock('held')(async (grantedAt) => grantedAt))
    expect(seen).toBe(0)
  })

  test('is free again after work that rejects, and tells the failure', async () => {
    const failing = createLock('failing')(() => Promise.reject(new Error('on purpose')))
    await expect(failing).rejects.toThrow('on purpose')
    expect(await createLock('failing')(async (grantedAt) => grantedAt)).toBeGreaterThan(0)
  })
})

test('sixteen random digits are hexadecimal', () => {
  expect(randomHex()).toMatch(/^[0-9a-f]{16}$/)
})
