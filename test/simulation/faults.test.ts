import { describe, expect, test } from 'vitest'
import { breakCode } from './broken-code.ts'
import { playSeeds } from './campaign.ts'
import { FAULTS } from './faults.ts'

/** From a little before the seed that finds it: so a change of the stories is noticed, and a search takes seconds. */
const SEEDS = 200

describe('the simulation finds code that', () => {
  for (const [name, fault] of Object.entries(FAULTS))
    test(name, async () => {
      const seeds = { from: fault.from ?? 1, count: SEEDS }
      const { violations } = await playSeeds(seeds, await breakCode(fault))
      expect(violations).not.toEqual([])
    })

  test('is not what the fault expects, by refusing to run', async () => {
    const fault = { file: 'core/id.ts', text: 'no such text', instead: '' }
    await expect(breakCode(fault)).rejects.toThrow('src/core/id.ts has this piece not')
    const atNoSeam = { file: 'core/id.ts', name: 'noSuchName', wrong: () => undefined }
    await expect(breakCode(atNoSeam)).rejects.toThrow('No matching export')
  })
})
