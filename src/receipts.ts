import type { Outcome } from './core/outcome.ts'
import type { Receipt } from './tracker.ts'

const OUTCOMES_KEPT = 1_000

interface Asked {
  readonly settled: Promise<Outcome>
  readonly resolve: (outcome: Outcome) => void
}

/** The outcomes of events, for their receipts. */
export const createReceipts = () => {
  /** Some of the last outcomes, for receipts that are asked late. */
  const outcomes = new Map<string, Outcome>()
  /** Of receipts that were asked early. */
  const asking = new Map<string, Asked>()
  const ask = (id: string): Promise<Outcome> => {
    let resolve: Asked['resolve'] = () => undefined
    const settled = new Promise<Outcome>((done) => {
      resolve = done
    })
    asking.set(id, { settled, resolve })
    return settled
  }
  /** What all receipts share: a promise is made only when somebody asks, and is then the receipt's own. */
  const receipt = {
    get settled(): Promise<Outcome> {
      const { id } = this as unknown as Receipt
      const known = outcomes.get(id)
      const settled = known ? Promise.resolve(known) : (asking.get(id)?.settled ?? ask(id))
      // Where the page has frozen it, it is asked again each time.
      Reflect.defineProperty(this, 'settled', { value: settled })
      return settled
    },
  }
  return {
    remember(id: string, outcome: Outcome): void {
      // First: a receipt that is asked right now must find its own.
      if (outcomes.size >= OUTCOMES_KEPT) outcomes.clear()
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
