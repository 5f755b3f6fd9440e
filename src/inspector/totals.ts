import type { QueuedStatus } from './departure.ts'
import { element, setText } from './element.ts'
import type { QueueSnapshot } from './snapshot.ts'
import { numberText } from './wording.ts'

/** The five figures at the head of the board. */
export interface Totals {
  readonly waiting: number
  readonly inFlight: number
  readonly handedOff: number
  readonly delivered: number
  readonly dead: number
}

/** Adds the figures of all destinations. An event that is sent again counts as waiting. */
export const totalsOf = (queues: readonly QueueSnapshot[]): Totals => {
  const queued = (status: QueuedStatus) => queues.reduce((sum, queue) => sum + queue.queued[status], 0)
  return {
    waiting: queued('waiting') + queued('unanswered'),
    inFlight: queued('in flight'),
    handedOff: queued('handed off'),
    delivered: queues.reduce((sum, { state }) => sum + (state.counts.delivered ?? 0), 0),
    dead: queues.reduce((sum, { letters }) => sum + letters, 0),
  }
}

const LABELS: Readonly<Record<keyof Totals, string>> = {
  waiting: 'Waiting',
  inFlight: 'In flight',
  handedOff: 'Handed off',
  delivered: 'Delivered',
  dead: 'Dead letters',
}

export const createTotals = () => {
  const values = Object.keys(LABELS).map((name) => [name as keyof Totals, element('dd', '', ['0'])] as const)
  return {
    element: element(
      'dl',
      'totals',
      values.map(([name, value]) =>
        element('div', '', [element('dt', '', [LABELS[name]]), value], { 'data-total': name }),
      ),
    ),
    update(totals: Totals): void {
      for (const [name, value] of values) {
        setText(value, numberText(totals[name]))
        value.classList.toggle('none', totals[name] === 0)
      }
    },
  }
}
