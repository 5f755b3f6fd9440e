import { expect, test } from 'vitest'
import { createMemoryStore } from '../storage/store.ts'
import { createGrantedStore } from './granted-store.ts'

const NEW = 'fake:shop/e/new/'

const filled = async () => {
  const memory = createMemoryStore()
  await memory((t) => {
    for (const id of ['a', 'b', 'c']) t.put(`${NEW}${id}/1`, '[]')
    t.put('fake:shop/e/again/z/1', '[]')
  })
  const records = createGrantedStore(() => memory, NEW)
  return { records, store: records.open() }
}

test('only those new records are found that were granted, and all others', async () => {
  const { records, store } = await filled()
  const found = () => store((t) => t.keys(NEW))
  expect(await found()).toEqual([])
  records.grant(`${NEW}b/1`)
  expect(await found()).toEqual([`${NEW}a/1`, `${NEW}b/1`])
  expect(await store((t) => t.keys('fake:shop/e/again/'))).toEqual(['fake:shop/e/again/z/1'])
})

test('what was granted stays so, and what is no key grants nothing', async () => {
  const { records, store } = await filled()
  records.grant(`${NEW}c/1`)
  for (const given of [`${NEW}a/1`, undefined, 7, { toString: () => `${NEW}z` }]) records.grant(given)
  expect(await store((t) => t.keys(NEW))).toEqual([`${NEW}a/1`, `${NEW}b/1`, `${NEW}c/1`])
})

test('what was removed is remembered', async () => {
  const { records, store } = await filled()
  await store((t) => t.remove(`${NEW}a/1`))
  expect([records.wasRemoved(`${NEW}a/1`), records.wasRemoved(`${NEW}b/1`)]).toEqual([true, false])
})
