import type { Outcome } from './core/outcome.ts'

/** What `track()` returns. Its promises are made when they are asked for, and never reject. */
export interface Receipt {
  readonly id: string
  /** Resolves when the event is durable: it survives the page, the tab and the browser. */
  readonly stored: Promise<void>
  /** Resolves when every destination has answered for the event, or has dropped it. */
  readonly settled: Promise<Outcome>
}

/** Outcomes that are kept for receipts whose `settled` is asked for late. */
const KEPT = 1_000

/** Keeps account of what became of events, for whoever asks; costs nothing for those about whom nobody does. */
export const createReceipts = (destinations: number) => {
  const seen = new Map<string, { count: number; outcome: Outcome }>()
  const asked = new Map<string, { promise: Promise<Outcome>; resolve: (outcome: Outcome) => void }>()

  const tell = (id: string) => {
    const entry = seen.get(id)
    if (entry && entry.count >= destinations) {
      asked.get(id)?.resolve(entry.outcome)
      asked.delete(id)
    }
  }

  return {
    settle(id: string, outcome: Outcome): void {
      const { count = 0, outcome: before = outcome } = seen.get(id) ?? {}
      seen.set(id, { count: count + 1, outcome: before.type === 'delivered' ? outcome : before })
      tell(id)
      for (const [oldest] of seen) {
        if (seen.size <= KEPT) break
        seen.delete(oldest)
      }
    },
    settled(id: string): Promise<Outcome> {
      let entry = asked.get(id)
      if (!entry) {
        let resolve: (outcome: Outcome) => void = () => {}
        const promise = new Promise<Outcome>((done) => {
          resolve = done
        })
        entry = { promise, resolve }
        asked.set(id, entry)
        tell(id)
      }
      return entry.promise
    },
  }
}
