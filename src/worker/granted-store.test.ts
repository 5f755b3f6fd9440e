import { expect, test } from 'vitest'
import { NOON } from '../../test/events.ts'
import { startOfId } from '../core/id.ts'
import { createMemoryStore } from '../store/store.ts'
import { grantedIn } from './granted.ts'
import { createGrantedStore } from './granted-store.ts'

const NONE = { all: '', own: '', stored: '', tails: [] }
const QUEUE = 'fake:shop'
const NEW = `${QUEUE}/e/new/`

const filled = async () => {
  const memory = createMemoryStore()
  await memory((t) => {
    for (const id of ['a', 'b', 'c']) t.put(`${NEW}${id}/1`, '[]')
    t.put('fake:shop/e/again/z/1', '[]')
  })
  const records = createGrantedStore(
    () => memory,
    QUEUE,
    () => NOON,
  )
  return { records, store: records.open() }
}

test('only those new records are found that were granted, and all others', async () => {
  const { records, store } = await filled()
  const found = () => store((t) => t.keys(NEW))
  expect(await found()).toEqual([])
  records.hear({ ...NONE, all: `${NEW}b/1` })
  expect(await found()).toEqual([`${NEW}a/1`, `${NEW}b/1`])
  expect(await store((t) => t.keys('fake:shop/e/again/'))).toEqual(['fake:shop/e/again/z/1'])
})

test('what was granted stays so, and what is no key grants nothing', async () => {
  const { records, store } = await filled()
  records.hear({ ...NONE, all: `${NEW}c/1` })
  for (const given of [{ all: `${NEW}a/1` }, undefined, 7, { all: 7, tails: [7] }])
    records.hear(grantedIn(given))
  expect(await store((t) => t.keys(NEW))).toEqual([`${NEW}a/1`, `${NEW}b/1`, `${NEW}c/1`])
})

test('what was removed is remembered', async () => {
  const { records, store } = await filled()
  await store((t) => t.remove(`${NEW}a/1`))
  expect([records.wasRemoved(`${NEW}a/1`), records.wasRemoved(`${NEW}b/1`)]).toEqual([true, false])
})

test('what a transaction that was refused would have removed is not', async () => {
  const memory = createMemoryStore()
  const refusing = createGrantedStore(
    () => async (work) => {
      await memory(work)
      throw new DOMException('', 'QuotaExceededError')
    },
    QUEUE,
    () => NOON,
  )
  await expect(refusing.open()((t) => t.remove(`${NEW}a/1`))).rejects.toThrow()
  expect(refusing.wasRemoved(`${NEW}a/1`)).toBe(false)
})

test('of the records of single pages those that these have granted', async () => {
  const { records, store } = await filled()
  records.hear({ ...NONE, own: `${NEW}b/1`, tails: ['a', 'c'] })
  expect(await store((t) => t.keys(NEW))).toEqual([`${NEW}a/1`])
})

test('without a page, what was tracked by a clock that was ahead is found, and what its tab tracks later is not', async () => {
  const memory = createMemoryStore()
  const put = (...ids: string[]) => memory((t) => ids.map((id) => t.put(`${NEW}${id}/1`, '[]')))
  await put('2-ahead-0000-000000000001', '4-ahead-0000-000000000001', '4-other-0000-000000000002')
  const records = createGrantedStore(
    () => memory,
    QUEUE,
    () => NOON,
  )
  const store = records.open()
  const found = () => store((t) => t.keys(NEW))
  records.hear({ ...NONE, all: `${NEW}1` })
  records.takeAll('', `${NEW}3`)
  expect(await found()).toHaveLength(3)
  await put('5-ahead-0000-000000000001', '4-third-0000-000000000003')
  expect(await found()).toHaveLength(3)
})

test('what was removed and may lie in a note is written down, until no note can name it', async () => {
  const idAt = (time: number) => `${startOfId(time)}-7000-8000-000000000001`
  const old = `${NEW}${idAt(NOON - 3_600_000)}/1`
  const fresh = `${NEW}${idAt(NOON)}/1`
  const memory = createMemoryStore()
  await memory((t) => [old, fresh].map((key) => t.put(key, '[]')))
  const records = createGrantedStore(
    () => memory,
    QUEUE,
    () => NOON,
  )
  const store = records.open()
  records.takeAll(`${NEW}z`, '')
  await store((t) => [old, fresh, `${QUEUE}/e/again/x/1`, `${QUEUE}/d/x`].map(t.remove))
  const gone = () => memory((t) => t.keys(`${QUEUE}/gone/`))
  expect(await gone()).toEqual([old, fresh].map((key) => key.replace('/e/', '/gone/')))
  records.hear(NONE)
  await store(() => undefined)
  expect(await gone()).toEqual([fresh.replace('/e/', '/gone/')])
})

test('what a page has said is stored is in none of its later notes; what it has only noted may be', async () => {
  const { records, store } = await filled()
  records.hear({ all: '', own: `${NEW}c/1`, stored: `${NEW}a/1`, tails: ['a', 'b'] })
  // Now marks of earlier notes are removed; those of the next transactions stay.
  await store(() => undefined)
  await store((t) => ['a', 'b'].map((id) => t.remove(`${NEW}${id}/1`)))
  expect(await store((t) => t.keys(`${QUEUE}/gone/`))).toEqual([`${QUEUE}/gone/new/b/1`])
})

test('when the clock is set back, what comes next may be in a note, until its page says that it is not', async () => {
  let time = NOON
  const memory = createMemoryStore()
  const records = createGrantedStore(
    () => memory,
    QUEUE,
    () => time,
  )
  const store = records.open()
  const goneAfter = async (id: string) => {
    await store((t) => t.remove(`${NEW}${id}/1`))
    return memory((t) => t.keys(`${QUEUE}/gone/`))
  }
  records.hear({ ...NONE, stored: `${NEW}c/1`, tails: ['a', 'b'] })
  await store(() => undefined)
  expect(await goneAfter('a')).toEqual([])
  time -= 3_600_000
  expect(await goneAfter('b')).toEqual([`${QUEUE}/gone/new/b/1`])
})

test('what was granted by a clock that was ahead grants nothing of these days', async () => {
  const memory = createMemoryStore()
  const keyAt = (time: number) => `${NEW}${startOfId(time)}-7000-8000-000000000001/1`
  const [present, ahead] = [keyAt(NOON), keyAt(NOON + 2 * 365 * 86_400_000)]
  await memory((t) => [present, ahead].map((key) => t.put(key, '[]')))
  const records = createGrantedStore(
    () => memory,
    QUEUE,
    () => NOON,
  )
  const found = () => records.open()((t) => t.keys(NEW))
  records.takeAll(ahead, ahead)
  // No page hands off records with a date in the future.
  expect(await found()).toEqual([ahead])
  records.hear({ ...NONE, all: present })
  expect(await found()).toEqual([present, ahead])
})
