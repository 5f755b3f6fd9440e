import type { FrozenEvent } from '../core/event.ts'
import type { View } from '../core/plan.ts'
import { type Attempt, type LaneState, laneState } from '../core/state.ts'
import { adopt } from './adopt.ts'
import { type Chunk, cutIntoChunks } from './chunk.ts'
import { evict } from './evict.ts'
import { layout } from './layout.ts'
import type { Note, Notes } from './notes.ts'
import { type Settlement, settle } from './settle.ts'
import { createMemoryStore, type Store, type Transaction } from './store.ts'
import { type Span, take } from './take.ts'

export interface QueueOptions {
  readonly name: string
  /** This tab's id. */
  readonly tab: string
  readonly store: Store
  readonly notes: Notes
  readonly limits: { readonly events: number; readonly bytes: number }
  /** What is more than this is evicted, oldest first. */
  readonly maxEvents: number
  readonly random: () => number
  /** Told when the database takes nothing more, even after making room. */
  readonly onMemory: () => void
}

/** What the sender writes down before its request leaves. */
export interface Claim {
  readonly id: string
  readonly attempt: Attempt
  readonly state: LaneState
}

export type Taken = View & { readonly span: Span }

const TRIM_EVERY = 1_000

/** One destination's durable queue. Reading it never removes; only `settle` does, by id. */
export const createQueue = (options: QueueOptions) => {
  const { name, tab, notes, limits, maxEvents, random, onMemory } = options
  const at = layout(name)
  let { store } = options
  // Counting the queue costs a look at every key: once in a thousand events, wherever they are tracked.
  let untilTrim = random() * TRIM_EVERY
  // A character is at most three bytes, and the vendor's envelope may be larger than ours.
  const maxChars = limits.bytes / 4
  const unconfirmed = new Map<string, Chunk>()
  const note = ({ key, json }: Chunk) => notes.write(key, json, tab)

  /** Writes the chunks, and makes room where that is needed: the oldest events go, counted. */
  const save = async (chunks: readonly Chunk[], most: number, tries = 3): Promise<void> => {
    try {
      await store(async (transaction) => {
        for (const { key, json } of chunks) transaction.write(key, json)
        transaction.write(at('w', tab), chunks.at(-1)?.events.at(-1)?.id)
        if (most) await evict(transaction, at, () => most)
      })
    } catch {
      // The quota: engines disagree on the error, and Firefox rejects with null.
      const evicted = tries && (await store((transaction) => evict(transaction, at, (total) => total >> 1)).catch(() => 0))
      if (!evicted) {
        store = createMemoryStore()
        onMemory()
      }
      await save(chunks, 0, tries - 1)
    }
  }

  const withNotes = async <Result>(work: (transaction: Transaction, adopted: number) => Promise<Result>) => {
    let found: readonly Note[] = []
    const result = await store(async (transaction) => {
      found = notes.read()
      await adopt(transaction, at, found)
      return work(transaction, found.length)
    })
    for (const { key, tab } of found) notes.remove(key, tab)
    return result
  }

  return {
    /** Starts to write; `stored` resolves when the events are durable. */
    push(events: readonly FrozenEvent[], leaving: boolean): { chunks: readonly Chunk[]; stored: Promise<void> } {
      const chunks = cutIntoChunks(at('e'), events, maxChars)
      for (const chunk of chunks) {
        unconfirmed.set(chunk.key, chunk)
        if (leaving) note(chunk)
      }
      const trim = (untilTrim -= events.length) < 0
      if (trim) untilTrim = TRIM_EVERY
      const stored = save(chunks, trim ? maxEvents : 0).then(() => {
        for (const { key } of chunks) unconfirmed.delete(key)
      })
      return { chunks, stored }
    },

    /** Writes down, at once, what may not have reached the database yet. */
    noteUnconfirmed(): void {
      for (const chunk of unconfirmed.values()) note(chunk)
    },

    /**
     * Writes down, at once and then in the database, that these events are handed off; false when another tab
     * has put a request together in this very moment. First the note, then the look: `begin` does both in the
     * other order.
     */
    noteAttempt(id: string, attempt: Attempt): boolean {
      const marked = notes.marked()
      notes.write(at('a', id), JSON.stringify(attempt), tab)
      if (notes.marked() > marked) {
        notes.remove(at('a', id), tab)
        return false
      }
      notes.mark(highest(attempt.ids))
      store((transaction) => transaction.write(at('a', id), attempt)).catch(() => undefined)
      return true
    },

    /**
     * Reads what may be sent, lets `decide` choose, and writes its claim, all in one transaction. Resolves with
     * nothing when a page handed something off at that very moment: then the choice must be made again.
     */
    begin: <Decision extends { readonly claim?: Claim }>(
      decide: (taken: Taken) => Decision,
    ): Promise<Decision | undefined> =>
      withNotes(async (transaction, adopted) => {
        const decision = decide(await take(transaction, at, { events: limits.events, chars: maxChars }))
        const { claim } = decision
        if (!claim) return decision
        // First the mark, then the look: a page that is left does both in the other order.
        notes.mark(highest(claim.attempt.ids))
        if (notes.read().length > adopted) return
        transaction.write(at('a', claim.id), claim.attempt)
        transaction.write(at('s'), claim.state)
        return decision
      }),

    /** Until when the present sender may be believed to be alive. */
    leasedUntil: (): Promise<number> =>
      store(async (transaction) => laneState((await transaction.values(at('s'), at('s')))[0]).lease.until),

    settle: (span: Span, settlement: Settlement): Promise<void> =>
      withNotes((transaction) => settle(transaction, at, span, settlement)),
  }
}

export const highest = (ids: readonly string[]): string => ids.reduce((max, id) => (id > max ? id : max), '')

export type Queue = ReturnType<typeof createQueue>
