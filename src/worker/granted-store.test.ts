import { expect, test } from 'vitest'
import { createMemoryStore } from '../store/store.ts'
import { grantedIn } from './granted.ts'
import { createGrantedStore } from './granted-store.ts'

const NONE = { all: '', own: '', tails: [] }
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
  records.grant({ ...NONE, all: `${NEW}b/1` })
  expect(await found()).toEqual([`${NEW}a/1`, `${NEW}b/1`])
  expect(await store((t) => t.keys('fake:shop/e/again/'))).toEqual(['fake:shop/e/again/z/1'])
})

test('what was granted stays so, and what is no key grants nothing', async () => {
  const { records, store } = await filled()
  records.grant({ ...NONE, all: `${NEW}c/1` })
  for (const given of [{ all: `${NEW}a/1` }, undefined, 7, { all: 7, tails: [7] }])
    records.grant(grantedIn(given))
  expect(await store((t) => t.keys(NEW))).toEqual([`${NEW}a/1`, `${NEW}b/1`, `${NEW}c/1`])
})

test('what was removed is remembered', async () => {
  const { records, store } = await filled()
  await store((t) => t.remove(`${NEW}a/1`))
  expect([records.wasRemoved(`${NEW}a/1`), records.wasRemoved(`${NEW}b/1`)]).toEqual([true, false])
})

test('of the records of single pages those that these have granted', async () => {
  const { records, store } = await filled()
  records.grant({ all: '', own: `${NEW}b/1`, tails: ['a', 'c'] })
  expect(await store((t) => t.keys(NEW))).toEqual([`${NEW}a/1`])
})

test('without a page, what was tracked by a clock that was ahead is found, and what its tab tracks later is not', async () => {
  const memory = createMemoryStore()
  const put = (...ids: string[]) => memory((t) => ids.map((id) => t.put(`${NEW}${id}/1`, '[]')))
  await put('2-ahead-0000-000000000001', '4-ahead-0000-000000000001', '4-other-0000-000000000002')
  const records = createGrantedStore(() => memory, NEW)
  const store = records.open()
  const found = () => store((t) => t.keys(NEW))
  records.grant({ ...NONE, all: `${NEW}1` })
  records.grantAbove(`${NEW}3`)
  expect(await found()).toHaveLength(3)
  await put('5-ahead-0000-000000000001', '4-third-0000-000000000003')
  expect(await found()).toHaveLength(3)
})
