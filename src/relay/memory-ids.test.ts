import { expect, test } from 'vitest'
import { testDeliveredIds } from '../../test/relay/ids-contract.ts'
import { CLAIM_MS, REMEMBER_MS } from './delivered-ids.ts'
import { createMemoryIds } from './memory-ids.ts'

const shared = createMemoryIds()
testDeliveredIds('in memory', () => shared)

test('a claim ends by itself, and so does what is remembered', async () => {
  let ms = 0
  const ids = createMemoryIds({ now: () => ms })
  await ids.claim(['a', 'b'])
  await ids.settle(['b'])
  ms = CLAIM_MS
  expect(await ids.claim(['a', 'b'])).toEqual(['mine', 'delivered'])
  ms = REMEMBER_MS
  expect(await ids.claim(['b'])).toEqual(['mine'])
})

test('when there are too many, the oldest are forgotten', async () => {
  const ids = createMemoryIds({ maxIds: 2 })
  await ids.claim(['a', 'b', 'c'])
  expect(await ids.claim(['b', 'c'])).toEqual(['taken', 'taken'])
  expect(await ids.claim(['a'])).toEqual(['mine'])
})
