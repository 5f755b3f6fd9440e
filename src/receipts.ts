import type { Outcome } from './core/outcome.ts'
import type { Receipt } from './tracker.ts'

const MAX_OUTCOMES = 1_000

interface Asked {
  readonly settled: Promise<Outcome>
  readonly resolve: (outcome: Outcome) => void
}

/** Keeps the outcomes of events, and makes the receipts that tell them. */
export const createReceipts = () => {
  /** The latest outcomes, for receipts whose `settled` is read late. */
  const outcomes = new Map<string, Outcome>()
  /** The promises of receipts whose `settled` was read before the outcome. */
  const asking = new Map<string, Asked>()
  const ask = (id: string): Promise<Outcome> => {
    let resolve: Asked['resolve'] = () => undefined
    const settled = new Promise<Outcome>((done) => {
      resolve = done
    })
    asking.set(id, { settled, resolve })
    return settled
  }
  /** The prototype of all receipts. `settled` makes its promise when it is first read, and keeps it on the receipt. */
  const receipt = {
    get settled(): Promise<Outcome> {
      const { id } = this as unknown as Receipt
      const known = outcomes.get(id)
      const settled = known ? Promise.resolve(known) : (asking.get(id)?.settled ?? ask(id))
      // A page may have frozen the receipt: then the promise is not kept, and each reading makes another.
      Reflect.defineProperty(this, 'settled', { value: settled })
      return settled
    },
  }
  return {
    remember(id: string, outcome: Outcome): void {
      // The old outcomes are removed before the new one is added, so that a receipt that is asked right now finds its
      // own.
      if (outcomes.size >= MAX_OUTCOMES) outcomes.clear()
      outcomes.set(id, outcome)
      asking.get(id)?.resolve(outcome)
      asking.delete(id)
    },

    receiptOf(id: string, stored: Promise<void>): Receipt {
      const its = Object.create(receipt)
      its.id = id
      its.stored = stored
      return its
    },
  }
}
