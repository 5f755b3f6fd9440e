import { expect, test } from 'vitest'
import { NOON } from '../../../test/events.ts'
import { createFakeArea } from '../../../test/fakes/area.ts'
import { startOfId } from '../../core/id.ts'
import { createWatermark } from './watermark.ts'

const QUEUE = 'fake:shop'
const YEAR_MS = 365 * 86_400_000
const keyAt = (time: number) => `${QUEUE}/e/new/${startOfId(time)}-7000-8000-000000000001/1`
const [EARLY, NOW, AHEAD] = [keyAt(NOON - 1_000), keyAt(NOON), keyAt(NOON + 2 * YEAR_MS)] as const

const setUp = () => {
  let time = NOON
  const area = createFakeArea()
  const open = () =>
    createWatermark(
      () => area,
      'sendoff/fake',
      QUEUE,
      () => time,
    )
  return {
    area,
    open,
    setClock(next: number): void {
      time = next
    },
  }
}

test('is the highest that anyone has raised it to', () => {
  const { open } = setUp()
  expect(open().read()).toBe('')
  open().raise([EARLY, NOW])
  open().raise([EARLY])
  expect(open().read()).toBe(NOW)
})

test('of records of these days and of the days to come, knows both', () => {
  const { open, setClock } = setUp()
  open().raise([EARLY, NOW, AHEAD])
  expect(open().read()).toBe(NOW)
  setClock(NOON + 2 * YEAR_MS)
  expect(open().read()).toBe(AHEAD)
})

test('raised by a clock that was ahead, says from then on that all until now is below, and what comes next is not', () => {
  const { open, setClock } = setUp()
  setClock(NOON + 2 * YEAR_MS)
  open().raise([AHEAD])
  setClock(NOON)
  const present = open().read()
  expect([NOW <= present, keyAt(NOON + 10) > present]).toEqual([true, true])
  setClock(NOON + 10_000)
  expect(open().read()).toBe(present)
  // Wrong once more, the clock finds what it knew.
  setClock(NOON + 2 * YEAR_MS)
  expect(open().read()).toBe(AHEAD)
})

test.each(['~', 'x y z', `${QUEUE}/e/new/`])(
  'is not stopped by %j, which anybody may have written',
  (text) => {
    const { area, open } = setUp()
    area.set('sendoff/fake', text)
    open().read()
    open().raise([keyAt(NOON + 10)])
    expect(open().read()).toBe(keyAt(NOON + 10))
  },
)
