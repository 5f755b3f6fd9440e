import { type Code, code as realCode } from './code.ts'
import { play, type Violation } from './play.ts'
import { drawStory } from './story.ts'
import { createTally } from './tally.ts'

export interface Seeds {
  readonly from: number
  readonly count: number
}

export interface Findings {
  readonly played: number
  readonly violations: readonly (Violation & { readonly seed: number })[]
  readonly counts: Readonly<Record<string, number>>
}

/** Plays the stories of many seeds, until so many of them have broken an invariant. */
export const playSeeds = async (
  { from, count }: Seeds,
  code: Code = realCode,
  most = 1,
): Promise<Findings> => {
  const tally = createTally()
  const violations: (Violation & { readonly seed: number })[] = []
  let played = 0
  for (let seed = from; seed < from + count && violations.length < most; seed++) {
    // What nobody has caught is told between two stories.
    await new Promise(setImmediate)
    const violation = await play(drawStory(seed), code, tally)
    played++
    if (violation) violations.push({ ...violation, seed })
  }
  return { played, violations, counts: tally.counts }
}
