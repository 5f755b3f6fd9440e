import { expect, test } from 'vitest'
import { eventsOf, frozen, NOON } from '../../../test/events.ts'
import { createClientWorld } from '../../../test/fakes/client-world.ts'
import { createFakeDestination } from '../../../test/fakes/destination.ts'
import { createSender } from '../../delivery/sender.ts'
import type { World } from '../../delivery/world.ts'
import { createMemoryStore } from '../../store/store.ts'
import { browserWorld } from '../../world.ts'
import { createGate } from './gate.ts'

test('what was promised to an event becomes no visitor’s id', () => {
  const gate = createGate(
    browserWorld(),
    () => () => new Promise(() => undefined),
    () => undefined,
  )
  gate.promiseId('promised')
  expect(gate.world.newId()).not.toBe('promised')
  expect(gate.world.newId(7)).toBe('promised')
  expect(gate.world.newId(8)).not.toBe('promised')
})

test('a sender whose gate closes gives the lock back, and comes to rest', async () => {
  const stored = createMemoryStore()
  let isLocked = false
  let send: () => void = () => undefined
  const isSent = new Promise<void>((resolve) => {
    send = resolve
  })
  const world: World = {
    ...createClientWorld().open(),
    openStore: () => stored,
    lockFor: () => async (work) => {
      isLocked = true
      try {
        return await work(NOON)
      } finally {
        isLocked = false
      }
    },
    send() {
      send()
      return new Promise(() => undefined)
    },
  }
  const gate = createGate(
    world,
    () => stored,
    () => undefined,
  )
  const options = { queue: 'fake:shop', maxAgeDays: 7, maxEvents: 1_000 }
  const sender = createSender(gate.world, createFakeDestination(), options, () => undefined)
  await sender.add(frozen(eventsOf(1)), false)
  const flushed = sender.flushNow('manual')
  await isSent
  expect(isLocked).toBe(true)
  gate.close()
  await flushed
  expect(isLocked).toBe(false)
})
