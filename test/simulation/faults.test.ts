import { describe, expect, test } from 'vitest'
import { breakCode } from './broken-code.ts'
import { playSeeds } from './campaign.ts'
import { FAULTS } from './faults.ts'

/** The rate needs the most of them: many people in one second, and a vendor that answers at once. */
const SEEDS = 3_000

describe('the simulation finds code that', () => {
  for (const [name, fault] of Object.entries(FAULTS))
    test(name, async () => {
      const seeds = { from: fault.from ?? 1, count: SEEDS, every: 1 }
      const { violations } = await playSeeds(seeds, await breakCode(fault))
      expect(violations).not.toEqual([])
    })

  test('is not what the fault expects, by refusing to run', async () => {
    const fault = { file: 'core/id.ts', text: 'no such text', instead: '' }
    await expect(breakCode(fault)).rejects.toThrow('src/core/id.ts has this piece not')
  })
})
