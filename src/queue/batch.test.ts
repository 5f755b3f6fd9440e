import { describe, expect, test } from 'vitest'
import { ANYONE, eventsOf, idsIn, idsOf } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import { bytesOf, createBatch } from './batch.ts'

const LIMITS = { events: 5, bytes: 1_000_000, burstMs: 0 }
const destination = createFakeDestination({ limits: LIMITS })
const newId = idsOf(1)
const take = ({ takes }: ReturnType<typeof createBatch>, events: readonly TrackedEvent[]) =>
  takes(JSON.stringify(events), events)

describe('a batch', () => {
  test('holds what it took, in that order, and nothing of what it did not', () => {
    const batch = createBatch(destination, LIMITS.bytes)
    const [one, two, three] = [2, 2, 2].map((count) => eventsOf(count, { newId })) as [
      TrackedEvent[],
      TrackedEvent[],
      TrackedEvent[],
    ]
    expect([one, two, three].map((events) => take(batch, events))).toEqual([true, true, false])
    expect(idsIn(batch.events)).toEqual(idsIn([...one, ...two]))
  })

  test('takes the first record however large it is: it would never leave otherwise', () => {
    const batch = createBatch(destination, 10)
    expect(take(batch, eventsOf(9, { newId }))).toBe(true)
    expect(take(batch, eventsOf(1, { newId }))).toBe(false)
  })

  test('counts bytes, not letters', () => {
    expect(bytesOf('€')).toBe(3)
    const events = eventsOf(1, { newId, text: '€'.repeat(1_000) })
    for (const [bytes, fits] of [
      [5_000, false],
      [8_000, true],
    ] as const) {
      const batch = createBatch(destination, bytes)
      take(batch, events)
      expect(take(batch, events)).toBe(fits)
    }
  })

  test('takes as many records as fit, though it measures few of them', () => {
    for (const text of ['x', 'é', '€', '😀'].map((letter) => letter.repeat(100))) {
      const events = eventsOf(1, { newId, text })
      const bytes = bytesOf(JSON.stringify(events))
      const batch = createBatch({ ...destination, limits: { ...LIMITS, events: 1_000 } }, 50.5 * bytes)
      const taken = Array.from({ length: 60 }, () => take(batch, events))
      expect(taken.indexOf(false)).toBe(50)
    }
  })

  test('is of one group, unless the vendor takes them mixed', () => {
    const others = eventsOf(1, { newId, identity: { ...ANYONE, userId: 'customer-7' } })
    const taken = [destination, { ...destination, mixes: true }].map((vendor) => {
      const batch = createBatch(vendor, LIMITS.bytes)
      take(batch, eventsOf(1, { newId }))
      return take(batch, others)
    })
    expect(taken).toEqual([false, true])
  })
})
