import type { Account } from './account.ts'
import type { Agenda } from './agenda.ts'
import type { Pace } from './pace.ts'

export interface Delivered {
  /** Milliseconds from `track()` to the answer. */
  readonly waitedMs: number
  readonly isFirst: boolean
  /** Milliseconds from the first refusal of a request with the event; nothing where there was none. */
  readonly refusedMs: number | undefined
}

interface Waiting {
  readonly trackedAt: number
  refusedAt?: number
}

export interface VisitorWorld {
  readonly agenda: Agenda
  readonly account: Account
  readonly pace: Pace
  /** Whether a script may read `Retry-After`. */
  readonly readable: boolean
  readonly onDelivered: (delivered: Delivered) => void
  /** Called when an event was refused for the first time. */
  readonly onRefused: () => void
}

/** As in a sender, an event waits a second for others to join, and requests are made one at a time. */
const INTERVAL_MS = 1_000
const LATENCY_MS = 120

/** Makes one visitor's queue, and the page that sends from it while it is open. */
export const createVisitor = ({ agenda, account, pace, readable, onDelivered, onRefused }: VisitorWorld) => {
  /** The waiting events, oldest first. */
  let waiting: Waiting[] = []
  let isFirst = true
  let isOpen = false
  let isSending = false
  let timer = 0

  const settle = (events: number, answer: ReturnType<Account['take']>): void => {
    const nowMs = agenda.nowMs()
    isSending = false
    pace.learn(answer.type, answer.type === 'refused' && readable ? answer.afterMs : 0, nowMs)
    if (answer.type === 'accepted') {
      for (const { trackedAt, refusedAt } of waiting.slice(0, events))
        onDelivered({
          waitedMs: nowMs - trackedAt,
          isFirst,
          refusedMs: refusedAt === undefined ? undefined : nowMs - refusedAt,
        })
      isFirst = false
      waiting = waiting.slice(events)
    } else
      for (const event of waiting.slice(0, events)) {
        if (event.refusedAt === undefined) onRefused()
        event.refusedAt ??= nowMs
      }
    if (isOpen) next(0)
  }

  const send = (events: number): void => {
    const nowMs = agenda.nowMs()
    isSending = true
    pace.spend(events, nowMs)
    agenda.in(LATENCY_MS / 2, () => {
      const answer = account.take(events, agenda.nowMs())
      agenda.in(LATENCY_MS / 2, () => settle(events, answer))
    })
  }

  /** Sends when the pace allows it, but not before `ms`. */
  const next = (ms: number): void => {
    const mine = ++timer
    if (!isOpen || isSending || waiting.length === 0) return
    const delayMs = Math.max(ms, pace.waitMs(agenda.nowMs()))
    if (delayMs === 0) send(pace.batchSize(waiting.length))
    else agenda.in(delayMs, () => mine === timer && next(0))
  }

  return {
    waiting: (): number => waiting.length,

    open(): void {
      isOpen = true
      next(0)
    },

    track(): void {
      waiting.push({ trackedAt: agenda.nowMs() })
      if (waiting.length === 1) next(INTERVAL_MS)
    },

    /** Hands off the waiting events, unless the vendor has just refused; then the next visit sends them. */
    leave(): void {
      if (isOpen && !isSending && waiting.length > 0 && !pace.isFailing()) send(waiting.length)
      isOpen = false
    },
  }
}
