import type { Browser } from '@playwright/test'
import { type BenchWindow, type LoopName, visit } from './page.ts'

export interface LoopPair {
  readonly trackMs: number
  readonly plainMs: number
  /** The bytes of one object as JSON. */
  readonly bytes: number
}

export const OBJECTS = 20_000
export const WARM_UP = 2_000

interface LoopOptions {
  readonly url: string
  readonly rounds: number
  /** Whether both loops have run over a tenth of the objects before. */
  readonly warm: boolean
}

/** Measures pairs of loops, each on a page of a new visitor; which of the two comes first alternates. */
export const measureLoops = async (
  browser: Browser,
  { url, rounds, warm }: LoopOptions,
): Promise<LoopPair[]> => {
  const pairs: LoopPair[] = []
  for (let round = 0; round < rounds; round++) {
    const { page, end } = await visit(browser, url)
    const order: readonly LoopName[] = round % 2 ? ['plain', 'track'] : ['track', 'plain']
    const { track, plain, bytes } = await page.evaluate(
      (options) => (window as unknown as BenchWindow).measureLoops(options),
      { warmUp: warm ? WARM_UP : 0, objects: OBJECTS, order },
    )
    pairs.push({ trackMs: track, plainMs: plain, bytes })
    await end()
  }
  return pairs
}
