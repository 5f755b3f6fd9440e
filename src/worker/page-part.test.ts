import { expect, test } from 'vitest'
import type { Delegating } from '../delivery/delegate.ts'
import type { FlushReason } from '../delivery/sender-events.ts'
import type { Chunk } from '../queue/chunk.ts'
import type { Granted } from './granted.ts'
import { createLinkToWorker } from './page-part.ts'
import type { NoteText } from './worker-messages.ts'

const QUEUE = 'fake:shop'
const NOW = Date.UTC(2026, 6, 1)
const keyAt = (time: number) => {
  const head = time.toString(16).padStart(12, '0').replace(/.{8}/, '$&-')
  return `${QUEUE}/e/new/${head}-7000-8abc-def012345678/1`
}

/** Returns what a page with these chunks grants the worker, and which of them the page still keeps. */
const granting = async (
  chunks: readonly Pick<Chunk, 'key' | 'durable' | 'note'>[],
  area = new Map<string, string>(),
  reason: FlushReason = 'interval',
) => {
  const said: unknown[][] = []
  const link = createLinkToWorker({
    now: () => NOW,
    randomHex: () => '0'.repeat(16),
    setTimer: () => undefined,
    area,
    register: async () => ({
      worker: () => ({ postMessage: (word: unknown[]) => said.push(word) }) as unknown as ServiceWorker,
      unregister: () => undefined,
    }),
    listen: () => undefined,
    onSwap: () => undefined,
  })
  const unsent = new Set(chunks.map((its) => ({ json: '[]', ...its })) as unknown as Chunk[])
  const sender: Delegating = [unsent, () => undefined, () => undefined, undefined]
  const [flush] = await link('/worker.js', [QUEUE], sender)
  void flush(reason)
  return {
    granted: said[0]?.[3] as Granted,
    notes: said[0]?.[4] as readonly NoteText[],
    known: [...unsent].map(({ key }) => key),
    noted: [...unsent].filter(({ note }) => note).map(({ key }) => key),
    area,
  }
}

test('grants all of its own that is durable, and keeps it in mind', async () => {
  const key = keyAt(NOW - 10)
  const { granted, known } = await granting([{ key, durable: true }])
  expect(granted.own > key).toBe(true)
  expect(granted.tails).toEqual(['-8abc-def012345678'])
  expect(known).toEqual([key])
})

test('grants nothing from the first on that is not durable', async () => {
  const keys = [keyAt(NOW - 10), keyAt(NOW - 5)] as const
  const { granted } = await granting([
    { key: keys[0], durable: true },
    { key: keys[1], durable: false },
  ])
  expect(granted.own >= keys[0] && granted.own < keys[1]).toBe(true)
})

test('grants what is noted, and does not call it stored: the next note holds it, too', async () => {
  const keys = [keyAt(NOW - 10), keyAt(NOW - 5)] as const
  const { granted } = await granting([
    { key: keys[0], durable: true },
    { key: keys[1], durable: false, note: Promise.resolve() },
  ])
  expect(granted.own > keys[1]).toBe(true)
  expect(granted.stored >= keys[0] && granted.stored < keys[1]).toBe(true)
})

test('grants what it has tracked while the clock was ahead, and hands it off no more', async () => {
  const ahead = keyAt(NOW + 86_400_000)
  const { granted, known, area } = await granting([{ key: ahead, durable: true }])
  expect(granted.own).toBe(ahead)
  expect(granted.all < keyAt(NOW)).toBe(true)
  expect(known).toEqual([])
  // The page and others hand off as before what they track from now on.
  expect(`${area.get(`sendoff-grant/${QUEUE}`)}` < keyAt(NOW + 1_000)).toBe(true)
})

test('gives the worker what may be in no database, and not what others have taken already', async () => {
  const [taken, own] = [keyAt(NOW - 10), keyAt(NOW - 5)]
  const area = new Map([[`sendoff/${QUEUE}`, taken]])
  const chunks = [taken, own].map((key) => ({ key, durable: false }))
  const { notes } = await granting(chunks, area, 'hidden' as FlushReason)
  expect(notes.map(([, text]) => Object.keys(JSON.parse(text).chunks))).toEqual([[own]])
})

test('still stores by itself, where localStorage is full, what the worker is not told of', async () => {
  const full = new Map<string, string>()
  full.set = () => full
  const chunks = [{ key: keyAt(NOW - 5), durable: false }]
  const [told, untold] = [
    await granting(chunks, new Map(), 'hidden' as FlushReason),
    await granting(chunks, full, 'hidden' as FlushReason),
  ]
  expect(told.noted).toEqual([keyAt(NOW - 5)])
  expect(untold.notes).toBeUndefined()
  expect(untold.noted).toEqual([])
})

test('writes down the answer that the worker cannot', async () => {
  let say: (data: unknown) => void = () => undefined
  const area = new Map<string, string>()
  const link = createLinkToWorker({
    now: () => NOW,
    randomHex: () => '0'.repeat(16),
    setTimer: () => undefined,
    area,
    register: async () => ({ worker: () => null, unregister: () => undefined }),
    listen(listener) {
      say = listener
    },
    onSwap: () => undefined,
  })
  await link('/worker.js', [QUEUE], [new Set(), () => undefined, () => undefined, undefined])
  say(['sendoff', 'fake:other', undefined, [['sendoff/fake:other/1', 'theirs']]])
  say(['sendoff', QUEUE, undefined, [[`sendoff/${QUEUE}/1`, 'ours']]])
  expect([...area]).toEqual([[`sendoff/${QUEUE}/1`, 'ours']])
})
