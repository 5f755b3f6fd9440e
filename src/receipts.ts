import type { Outcome } from './core/outcome.ts'

/** What `track()` returns. Its promises never reject. */
export interface Receipt {
  readonly id: string
  /** Resolves when the event is durable: it survives the page, the tab and the browser. */
  readonly stored: Promise<void>
  /**
   * Resolves when the event was delivered or dropped. Ask when you track: only the last thousand outcomes are
   * kept for those who ask later.
   */
  readonly settled: Promise<Outcome>
}

const KEPT = 1_000

/** Keeps account of what became of events, for whoever asks. */
export const createReceipts = () => {
  const outcomes = new Map<string, Outcome>()
  const asked = new Map<string, (outcome: Outcome) => void>()
  return {
    make: (id: string, stored: Promise<void>): Receipt => ({
      id,
      stored,
      get settled() {
        return new Promise<Outcome>((resolve) => {
          const outcome = outcomes.get(id)
          const others = asked.get(id)
          if (outcome) resolve(outcome)
          else
            asked.set(id, (later) => {
              others?.(later)
              resolve(later)
            })
        })
      },
    }),
    settle(id: string, outcome: Outcome): void {
      asked.get(id)?.(outcome)
      asked.delete(id)
      outcomes.set(id, outcome)
      const [oldest] = outcomes.keys()
      if (oldest && outcomes.size > KEPT) outcomes.delete(oldest)
    },
  }
}
