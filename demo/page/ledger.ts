import { element, setText } from '../../src/inspector/element.ts'
import type { QueueSnapshot } from '../../src/inspector/snapshot.ts'
import { countText, numberText } from '../../src/inspector/wording.ts'
import { readLedger } from './tickets.ts'

/**
 * The reasons for which events leave the queue undelivered and the tracker tells it: these events are neither lost nor
 * dead letters.
 */
const TOLD = ['expired', 'evicted', 'unreadable', 'invalid', 'too-large'] as const

const here = (queues: readonly QueueSnapshot[]): number =>
  queues.reduce((sum, { queued }) => sum + Object.values(queued).reduce((one, other) => one + other, 0), 0)

const dead = (queues: readonly QueueSnapshot[]): number =>
  queues.reduce((sum, { letters }) => sum + letters, 0)

const told = (queues: readonly QueueSnapshot[]): number =>
  queues.reduce(
    (sum, { state }) => sum + TOLD.reduce((all, reason) => all + (state.counts[reason] ?? 0), 0),
    0,
  )

/** Counts the lost events: tracked by the shop's own count, and neither in the queue nor at a vendor. */
export const createLedger = () => {
  const lost = element('strong', '', ['0 lost'])
  const rest = element('span', '')
  let known = readLedger().tracked
  let toldBefore: number | undefined

  const show = (tracked: number, recorded: number, waiting: number, refused: number): void => {
    const missing = Math.max(0, tracked - recorded - waiting - refused)
    setText(lost, `${numberText(missing)} lost`)
    const words = [
      `of ${countText(tracked, 'event')} tracked here: ${numberText(recorded)} recorded by the vendors`,
      `${numberText(waiting)} on the way`,
      `${numberText(refused)} refused`,
    ]
    setText(
      rest,
      tracked > 0 ? `${words.join(', ')}.` : 'so far. Press a button in the shop, then cause trouble.',
    )
  }

  return {
    element: element('p', 'ledger', [lost, ' ', rest]),

    /**
     * Looks at the queue. Events that were tracked after the previous look count from the next one on, because they may
     * not be stored yet. Returns a function that takes the number of events that the vendors have. The vendors must be
     * asked after this look: an event that leaves meanwhile is then counted twice, and not missed.
     */
    look(queues: readonly QueueSnapshot[]): (recorded: number) => void {
      toldBefore ??= told(queues)
      const ledger = readLedger()
      const tracked = Math.min(known, ledger.tracked)
      known = ledger.tracked
      const refused = dead(queues) + ledger.forgotten + told(queues) - toldBefore
      const waiting = here(queues)
      return (recorded) => show(tracked, recorded, waiting, refused)
    },
  }
}
