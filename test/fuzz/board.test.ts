import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBoard } from '../../src/inspector/board.ts'
import { createDepartures } from '../../src/inspector/departures.ts'
import { takeSnapshot } from '../../src/inspector/snapshot.ts'
import { openIndexedDb } from '../../src/store/indexed-db.ts'
import { NOON } from '../events.ts'
import { giveIndexedDb } from '../fake-indexed-db.ts'
import { pageInNode } from '../page-in-node.ts'
import { anyEvent, anyJsonValue, anyLetter, anyState, anyStored, anyText, asText } from './hostile-values.ts'
import { RUNS, timely } from './runs.ts'

/** A database and a document for each: they cost a hundred times as much as the others. */
const BOARD_RUNS = Math.ceil(RUNS / 20)

const QUEUE = 'klaviyo:AbC123'
const anyKey = fc.oneof(
  fc.constantFrom(`${QUEUE}/s`, `${QUEUE}/e/new/a/1`, `${QUEUE}/e/again/b/2`, `${QUEUE}/d/a`, `${QUEUE}/d/b`),
  anyText.map((text) => `${QUEUE}/d/${text}`),
  anyText,
)
const anyRecord = fc.oneof(
  fc.array(anyEvent, { maxLength: 3 }).map(asText),
  anyState.map(asText),
  { weight: 3, arbitrary: anyLetter.map(asText) },
  anyStored,
)
const anyNote = fc
  .record(
    {
      chunks: fc.oneof(fc.dictionary(anyKey, anyRecord), anyJsonValue),
      keys: fc.oneof(fc.array(anyKey), anyJsonValue),
      until: anyJsonValue,
    },
    { requiredKeys: [] },
  )
  .map(asText)

beforeEach(() => {
  const { window } = pageInNode()
  for (const name of ['Element', 'Node']) vi.stubGlobal(name, Reflect.get(window, name))
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test(`the board shows whatever it finds (${BOARD_RUNS})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyKey, anyRecord), { maxLength: 5 }),
      fc.array(fc.tuple(anyText, anyNote), { maxLength: 3 }),
      (records, notes) =>
        timely(async () => {
          giveIndexedDb()
          localStorage.clear()
          for (const [id, note] of notes) localStorage.setItem(`sendoff/${QUEUE}/${id}`, note)
          await openIndexedDb()((t) => {
            for (const [key, value] of records) t.put(key, value as string)
          })
          const queues = await takeSnapshot(NOON)
          const departures = createDepartures()
          for (const queue of queues) departures.update(queue)
          const board = createBoard()
          // Twice: what is shown already is compared.
          for (let look = 0; look < 2; look += 1)
            board.update({ queues, departures: departures.list(), flushes: [] })
          expect(board.element.querySelectorAll('li').length).toBeLessThanOrEqual(10)
        }),
    ),
    { numRuns: BOARD_RUNS },
  )
})
