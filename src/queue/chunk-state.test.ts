import { expect, test } from 'vitest'
import { type ChunkState, isOnlyHere, mayBeUnstored, mayBeWithOthers } from './chunk-state.ts'

const note = Promise.resolve()
const at = (key: string, state: ChunkState) => ({ key, ...state })

test.each<[string, ChunkState, boolean]>([
  ['was given to no store', {}, true],
  ['was given to the database', { given: 'first' }, true],
  ['is noted', { note }, false],
  ['is durable', { given: 'first', durable: true }, false],
])('a chunk that %s is only here: %j is %s', (_, state, expected) => {
  expect(isOnlyHere(state)).toBe(expected)
})

test.each<[string, ChunkState, boolean]>([
  ['was given to no store', {}, false],
  ['was given to the database', { given: 'first' }, true],
  ['was given to a database that had failed', { given: 'retry' }, true],
  ['was given to memory', { given: 'memory' }, false],
  ['is durable in memory', { given: 'memory', durable: true }, false],
])('a chunk that %s may be with others: %j is %s', (_, state, expected) => {
  expect(mayBeWithOthers(state)).toBe(expected)
})

test.each<[string, ChunkState, below: boolean, above: boolean]>([
  ['was given to no store', {}, false, true],
  ['was given to the database', { given: 'first' }, false, true],
  ['was given to a database that had failed', { given: 'retry' }, true, true],
  ['was given to memory', { given: 'memory' }, true, true],
  ['is durable', { given: 'retry', durable: true }, false, false],
])('a chunk that %s may be unstored: %j below the watermark is %s, above it %s', (_, state, below, above) => {
  expect([mayBeUnstored(at('5', state), '5'), mayBeUnstored(at('6', state), '5')]).toEqual([below, above])
})
