import type { Batch } from '../core/batch.ts'
import type { Destination } from '../core/destination.ts'
import type { DropReason } from '../core/outcome.ts'
import { type Counts, counted, type LaneState, stateFrom } from '../core/state.ts'
import { countIn, keyOf } from './chunk.ts'
import type { LocalArea } from './local-area.ts'
import { createMemoryStore, type Store, type Transaction, type Work } from './store.ts'

export interface QueueOptions {
  readonly destination: Destination
  readonly tab: string
  readonly now: () => number
  readonly random: () => number
  readonly store: Store
  readonly area: LocalArea
  readonly maxAgeMs: number
  readonly maxEvents: number
  /** Told of events that leave the queue without an answer, and (`memory`) that nothing survives the page. */
  readonly onLoss: (reason: DropReason | 'memory', events: number) => void
}

/**
 * One destination's part of the database. Under its name lie: `e/` the events in batches, `d/` dead letters, `w/`
 * the last record that each tab has written, `s` the shared state.
 */
export const createShelf = ({ destination, now, store, onLoss }: QueueOptions) => {
  const at = (kind: 'e/' | 'd/' | 'w/' | 's') => `${destination.name}/${kind}`
  const EVENTS = at('e/')
  const STATE = at('s')
  const WRITTEN = at('w/')
  let inMemory = false
  let uncounted = 0

  const readState = async (t: Transaction) => stateFrom(await t.get(STATE), now())

  const change = async (t: Transaction, update: (state: LaneState) => LaneState): Promise<void> => {
    t.put(STATE, JSON.stringify({ ...update(await readState(t)), at: now() }))
  }

  const count = (t: Transaction, reason: keyof Counts, events: number) =>
    change(t, (state) => ({ ...state, counts: counted(state.counts, reason, events) }))

  /** Notes down that `by` has written up to `key`. */
  const raise = async (t: Transaction, by: string, key = ''): Promise<void> => {
    if (key > ((await t.get(WRITTEN + by)) ?? '')) t.put(WRITTEN + by, key)
  }

  const drop = async (t: Transaction, key: string, reason: DropReason): Promise<void> => {
    const events = countIn(key)
    t.remove(key)
    await count(t, reason, events)
    onLoss(reason, events)
  }

  /** Puts a batch in the place of these records. */
  const replace = (t: Transaction, keys: readonly string[], batch: Batch): string => {
    const key = keyOf(EVENTS, batch.events)
    keys.forEach(t.remove)
    if (batch.events[0]) t.put(key, JSON.stringify(batch))
    return key
  }

  /** Removes so many of the oldest events, and tells how many are gone. It must not write: the storage may be full. */
  const evict = async (excess: (total: number) => number): Promise<number> => {
    const evicted = await store(async (t) => {
      const keys = await t.keys(EVENTS)
      const most = excess(keys.reduce((sum, key) => sum + countIn(key), 0))
      let events = 0
      for (const key of keys)
        if (events < most) {
          events += countIn(key)
          t.remove(key)
        }
      return events
    })
    uncounted += evicted
    if (evicted) onLoss('evicted', evicted)
    return evicted
  }

  /**
   * Runs `work`. When the storage is full some of the oldest events go; engines disagree on the error, and Firefox
   * rejects with null. When that does not help (it may be full of other things), memory has to do.
   */
  const durably = async <Result>(work: Work<Result>, tries = 4): Promise<Result> => {
    const used = store
    let counting = 0
    try {
      const result = await used(async (t) => {
        const result = await work(t)
        counting = uncounted
        if (counting) await count(t, 'evicted', counting)
        return result
      })
      uncounted -= counting
      return result
    } catch (error) {
      // A TypeError is no database's: there is none, or it is ours.
      const mayHelp = tries && store === used && !(error instanceof TypeError)
      // The first failure may have been about anything: it is only tried again.
      const evicted = mayHelp && (tries > 3 || (await evict(() => 1).catch(() => 0)))
      if (!evicted && store === used) {
        store = createMemoryStore()
        inMemory = true
        onLoss('memory', 0)
      }
      return durably(work, tries - 1)
    }
  }

  return {
    EVENTS,
    LETTERS: at('d/'),
    WRITTEN,
    readState,
    change,
    raise,
    count,
    drop,
    replace,
    evict,
    durably,
    isMemory: () => inMemory,
  }
}
