import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { createMemoryStore } from '../../store/store.ts'
import { stateFrom } from '../shared-state.ts'
import { applyNote } from './apply-note.ts'

const QUEUE = 'fake:shop'
const keyAt = (letter: string) => `${QUEUE}/e/new/01980000-0000-7000-8000-00000000000${letter}/1`

/** Until when the answer to a hand-off is awaited when notes that say this are taken in together. */
const awaited = (...untils: unknown[]): Promise<number> =>
  createMemoryStore()(async (t) => {
    const state = stateFrom(undefined, NOON)
    for (const [index, until] of untils.entries()) {
      const note = { chunks: {}, keys: [keyAt(`${index}`)], until: until as number }
      await applyNote(
        t,
        state,
        { queue: QUEUE, place: `note ${index}`, time: NOON, note },
        async () => undefined,
      )
    }
    return state.until
  })

test('of several hand-offs, the answer to the last is awaited, in whatever order their notes are found', async () => {
  expect(await awaited(NOON + 3_000, NOON + 9_000)).toBe(NOON + 9_000)
  expect(await awaited(NOON + 9_000, NOON + 3_000)).toBe(NOON + 9_000)
})

test.each([
  ['of another clock', NOON + 3_600_000],
  ['long ago', NOON - 60_000],
  ['no time', 'soon'],
  ['nothing', undefined],
])('a note that is %s does not end the wait for another', async (_, until) => {
  expect(await awaited(NOON + 9_000, until)).toBe(NOON + 9_000)
})

test('the end of a wait that is over is kept: by it, an answer that was written down knows its attempt', async () => {
  expect(await awaited(NOON - 60_000)).toBe(NOON - 60_000)
  expect(await awaited(NOON + 3_600_000)).toBe(0)
})
