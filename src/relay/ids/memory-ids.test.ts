import { expect, test } from 'vitest'
import { testDeliveredIds } from '../../../test/relay/ids-contract.ts'
import { CLAIM_MS, REMEMBER_MS } from './delivered-ids.ts'
import { createMemoryIds } from './memory-ids.ts'

const shared = createMemoryIds()
testDeliveredIds('in memory', () => shared)

test('a claim ends by itself, and so does what is remembered', async () => {
  let ms = 0
  const ids = createMemoryIds({ now: () => ms })
  await ids.claim('vendor', ['a', 'b'])
  await ids.settle('vendor', 'b')
  ms = CLAIM_MS
  expect(await ids.claim('vendor', ['a', 'b'])).toEqual(['mine', 'delivered'])
  ms = REMEMBER_MS
  expect(await ids.claim('vendor', ['b'])).toEqual(['mine'])
})

test('when there are too many, the older half is forgotten', async () => {
  const ids = createMemoryIds({ maxIds: 4 })
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    await ids.claim('vendor', [id])
    await ids.settle('vendor', id)
  }
  expect(await ids.claim('vendor', ['c', 'd', 'e'])).toEqual(['delivered', 'delivered', 'delivered'])
  expect(await ids.claim('vendor', ['a'])).toEqual(['mine'])
})

test('what is claimed and given up makes nothing be forgotten, however much it is', async () => {
  const ids = createMemoryIds({ maxIds: 4 })
  await ids.claim('vendor', ['order'])
  await ids.settle('vendor', 'order')
  for (let round = 0; round < 100; round += 1) {
    const strange = Array.from({ length: 10 }, (_, index) => `${round}-${index}`)
    await ids.claim('vendor', strange)
    await ids.release('vendor', strange)
  }
  expect(await ids.claim('vendor', ['order'])).toEqual(['delivered'])
})
