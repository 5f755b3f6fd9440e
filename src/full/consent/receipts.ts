import type { DropReason, Outcome } from '../../core/outcome.ts'
import type { Receipt } from '../../tracker.ts'
import type { Gate } from './gate.ts'

/** Makes the receipt of an event that was dropped. */
export const droppedReceipt = (id: string, reason: DropReason): Receipt => ({
  id,
  stored: Promise.resolve(),
  settled: Promise.resolve({ type: 'dropped', reason }),
})

const REFUSED: Outcome = { type: 'dropped', reason: 'consent' }

/** Makes the receipt of an event that the client has; its promises also end when the gate closes. */
export const gatedReceipt = ({ orClosed }: Gate, receipt: Receipt): Receipt => ({
  id: receipt.id,
  get stored() {
    return orClosed(receipt.stored, undefined)
  },
  get settled() {
    return orClosed(receipt.settled, REFUSED)
  },
})

/** Makes the receipt of an event that is held; `give` hands it the event's later receipt. */
export const heldReceipt = (id: string) => {
  let give: (receipt: Receipt) => void = () => undefined
  const given = new Promise<Receipt>((resolve) => {
    give = resolve
  })
  const receipt: Receipt = {
    id,
    get stored() {
      return given.then(({ stored }) => stored)
    },
    get settled() {
      return given.then(({ settled }) => settled)
    },
  }
  return { receipt, give }
}
