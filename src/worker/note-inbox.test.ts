import { expect, test } from 'vitest'
import { createNoteInbox } from './note-inbox.ts'

const PLACE = 'sendoff/fake:shop/1'
const note = { chunks: { one: '[1]', two: '[2]' }, keys: ['three'], until: 9 }

test('a note is kept as its page has written it, until it is taken in', () => {
  const takenIn: string[] = []
  const { area, receive } = createNoteInbox(
    () => false,
    (place) => takenIn.push(place),
  )
  receive(PLACE, JSON.stringify(note))
  expect([[...area.keys()], JSON.parse(area.get(PLACE) ?? '')]).toEqual([[PLACE], note])
  area.delete(PLACE)
  expect([[...area.keys()], takenIn]).toEqual([[], [PLACE]])
})

test('what was there and is settled does not come back with a note', () => {
  const { area, receive } = createNoteInbox(
    (key) => key === 'one',
    () => undefined,
  )
  receive(PLACE, JSON.stringify(note))
  expect(JSON.parse(area.get(PLACE) ?? '')).toEqual({ ...note, chunks: { two: '[2]' } })
})

test.each(['', '{', '7', '{"outcomes":[]}'])('what is no note of chunks stays as it is: %s', (text) => {
  const { area, receive } = createNoteInbox(
    () => true,
    () => undefined,
  )
  receive(PLACE, text)
  expect(area.get(PLACE)).toBe(text)
})
