import { describe, expect, test } from 'vitest'
import { eventsOf, frozen, idsOf } from '../../test/events.ts'
import type { TrackedEvent } from '../core/event.ts'
import { countIn } from '../core/record-key.ts'
import { cutIntoChunks, isTooLarge } from './chunk.ts'

const sizesOf = (events: readonly TrackedEvent[], most?: number): number[] =>
  cutIntoChunks('q/e/new/', frozen(events), most).map(({ key }) => countIn(key))

describe('the chunks of a burst', () => {
  test('hold twenty events each where they may leave with the page, and a hundred in its midst', () => {
    expect(sizesOf(eventsOf(1))).toEqual([1])
    expect(sizesOf(eventsOf(45))).toEqual([20, 20, 5])
    expect(sizesOf(eventsOf(140))).toEqual([20, 20, 20, 20, 20, 20, 20])
    expect(sizesOf(eventsOf(400))).toEqual([20, 20, 20, 20, 20, 100, 100, 60, 20, 20])
  })

  test('hold no more than a request does', () => {
    expect(sizesOf(eventsOf(250), 50)).toEqual([20, 20, 20, 20, 20, 50, 50, 20, 20, 10])
    expect(sizesOf(eventsOf(200), 1)).toEqual(Array(10).fill(20))
  })

  test('hold no more of large events than fit into any request', () => {
    const events = eventsOf(400, { text: 'x'.repeat(10_000) })
    expect(sizesOf(events)).toEqual(Array(20).fill(20))
  })

  test('are of one group each, and hold all events in their order', () => {
    const newId = idsOf(1)
    const events = [
      ...eventsOf(150, { newId }),
      ...eventsOf(1, { newId }).map((event) => ({ ...event, uniqueId: 'order-7' })),
      ...eventsOf(150, { newId }),
    ]
    const chunks = cutIntoChunks('q/e/new/', frozen(events))
    expect(chunks.flatMap(({ json }) => JSON.parse(json))).toEqual(events)
    expect(chunks.filter(({ json }) => json.includes('order-7')).map(({ key }) => countIn(key))).toEqual([1])
  })

  test('are too large for a page that is left in the midst of a burst alone', () => {
    const events = frozen(eventsOf(400, { text: 'x'.repeat(700) }))
    const large = cutIntoChunks('q/e/new/', events).filter((chunk) => isTooLarge(chunk, 45_000))
    expect(large.map(({ key }) => countIn(key))).toEqual([100, 100, 60])
    const [one] = cutIntoChunks('q/e/new/', frozen(eventsOf(1, { text: 'x'.repeat(60_000) })))
    expect(one && isTooLarge(one, 45_000)).toBe(false)
  })
})
