import { expect, test } from 'vitest'
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
