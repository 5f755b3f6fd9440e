import { pageFacts } from './demo-window.ts'

/**
 * What this browser has tracked since the server was started, over all tabs: the demo's own count, not the tracker's.
 */
export interface Ledger {
  readonly run: string
  /** The beginning of every ticket of this browser. */
  readonly code: string
  readonly tracked: number
  /** Number of dead letters that the visitor has deleted. */
  readonly forgotten: number
}

const PLACE = 'demo-ledger'
// The letters exclude those that look like digits or like each other.
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'

const randomCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => LETTERS[byte % LETTERS.length]).join('')

export const readLedger = (): Ledger => {
  const { run } = pageFacts()
  const found = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as Partial<Ledger>
  if (found.run === run && found.code)
    return { run, code: found.code, tracked: found.tracked ?? 0, forgotten: found.forgotten ?? 0 }
  return { run, code: randomCode(), tracked: 0, forgotten: 0 }
}

const write = (ledger: Ledger): void => localStorage.setItem(PLACE, JSON.stringify(ledger))

/** Returns this number of tickets, `KFQ-17` and on: one an event, so that a loss would show. */
export const takeTickets = (count: number): readonly string[] => {
  const ledger = readLedger()
  write({ ...ledger, tracked: ledger.tracked + count })
  return Array.from({ length: count }, (_, index) => `${ledger.code}-${ledger.tracked + index + 1}`)
}

export const noteForgotten = (count: number): void => {
  const ledger = readLedger()
  write({ ...ledger, forgotten: ledger.forgotten + count })
}
