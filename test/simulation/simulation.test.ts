import { expect, test } from 'vitest'
import { playSeeds } from './campaign.ts'
import { play } from './play.ts'
import { retell } from './retell.ts'
import { drawStory, drawWithoutBeacons, type Story } from './story.ts'

/** `npm test` plays more of them, `npm run simulate` any number. */
const SEEDS = 1_000
/** What must have happened in them: a fault that never comes proves nothing. */
const FAULTS = [
  'action crash',
  'action kill',
  'action freeze',
  'action clock',
  'action correct',
  'action login',
  'action logout',
  'requests that outlived their tab',
  'requests dropped',
  'beacons',
  'beacons dropped',
  'beacons refused',
  'answers lost',
  'transactions refused',
  'hand-offs',
  'answered 400',
  'answered 400 for the time',
  'answered 429',
  'answered 503',
  'answered 504',
  'vendor: answers for each event',
  'vendor: errors by index',
  'vendor: all or nothing',
  'vendor: many people in a request',
  'action reap',
  'workers started',
  'words that are lost',
  'syncs done',
  'syncs failed',
]

test('no event is lost, and none is sent twice that need not be, whatever fails', async () => {
  const { violations, counts } = await playSeeds({ from: 1, count: SEEDS })
  const [first] = violations
  expect(first ? await retell(first.seed) : '').toBe('')
  for (const fault of FAULTS) expect(counts[fault], fault).toBeGreaterThan(SEEDS / 100)
})

test('the same seed is the same story', async () => {
  const seeds = { from: 42, count: 20 }
  expect((await playSeeds(seeds)).counts).toEqual((await playSeeds(seeds)).counts)
})

/** Before there was a worker in it, people came and went, and its clock was corrected. */
const asItWas = ({ setting, steps }: Story): Story => ({
  setting: { ...setting, sharesPeople: false, clock: 'right', worker: undefined },
  steps: steps.filter(({ type }) => !['login', 'logout', 'correct', 'reap'].includes(type)),
})

/**
 * What they found: a clock set back in a freeze, a full localStorage, room made twice, a note without the chunk, a round
 * begun in a database that was given up, an answer settled by twice, a hand-off of what a note has, a note for a worker
 * that is not told of it.
 */
test.each([183_869, 409_609, 997_223, 151_150, 2_495, 202_747, 59_320, 994])(
  'seed %d, which once broke an invariant, breaks none',
  async (seed) => {
    expect(await play(drawStory(seed))).toBeUndefined()
    expect(await play(asItWas(drawWithoutBeacons(seed)))).toBeUndefined()
  },
)
