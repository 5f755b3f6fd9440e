import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { startOfId } from '../../core/id.ts'
import type { Chunk } from '../chunk.ts'
import { forgetStored } from './unsent.ts'

const DAY_MS = 86_400_000
const keyAt = (time: number) => `fake:shop/e/new/${startOfId(time)}-7000-8000-000000000001/1`
const chunkAt = (time: number, durable: boolean): Chunk => ({ key: keyAt(time), json: '[]', durable })

const leftOf = (...chunks: Chunk[]): string[] => {
  const unsent = new Set(chunks)
  forgetStored(unsent, 45_000, NOON)
  return [...unsent].map(({ key }) => key)
}

test('what was tracked on other days, by a clock that was corrected since, is left to the database', () => {
  const times = [NOON - 2 * DAY_MS, NOON - 3_600_000, NOON + 3_600_000, NOON + 2 * DAY_MS]
  expect(leftOf(...times.map((time) => chunkAt(time, true)))).toEqual(
    [times[1], times[2]].map((t) => keyAt(t as number)),
  )
})

test('what is in no database yet stays, whenever it was tracked', () => {
  expect(leftOf(chunkAt(NOON + 2 * DAY_MS, false))).toHaveLength(1)
})
