import type { createCaller } from '../caller.ts'
import { REMEMBER_MS } from '../ids/delivered-ids.ts'
import type { VendorOutcome } from '../vendor.ts'
import { retryWait } from './retry-wait.ts'
import type { Held, QueueRecord, Turn } from './work-queue.ts'
import type { WorkerOptions } from './worker-options.ts'

/** The longest wait of one event for its turn at the vendor. */
const CALL_BUDGET_MS = 30_000
const DOWN_MS = 500
/** How long a worker that stops tries to write what it has done. */
const STOP_MS = 10_000
/** How often a turn is kept alive within the time after which it would be taken over. */
const KEEPS_IN_A_LEASE = 4

export interface WorkerTurnOptions extends WorkerOptions {
  readonly callBefore: ReturnType<typeof createCaller>
  isStopping(): boolean
}

/** Works off one person's turn: the first events, one after the other, until one has to wait. */
export const createWorkerTurn = ({
  vendor,
  queue,
  leaseMs,
  world,
  report,
  observe,
  callBefore,
  isStopping,
}: WorkerTurnOptions) => {
  const { name } = vendor

  const attempt = async ({ event, atMs }: QueueRecord): Promise<VendorOutcome> => {
    const nowMs = world.now()
    if (nowMs - atMs > REMEMBER_MS) return { type: 'dropped', reason: 'expired' }
    try {
      const outcome = await vendor.deliver(event, callBefore(nowMs + CALL_BUDGET_MS), nowMs)
      if (outcome.reason === 'paused') report(`${name}: ${outcome.detail}`)
      const isTaken = outcome.reason === 'unanswered' && vendor.unanswered === 'assume-delivered'
      return isTaken ? { type: 'delivered' } : outcome
    } catch {
      // A secret manager, for example, may have failed. The error may quote what it failed on, so it is not passed on.
      report(`${name}: an event could not be handled; it is tried again`)
      return { type: 'retry', reason: 'busy' }
    }
  }

  /** Writes what has happened at the vendor, and repeats that until the queue has it. */
  const surely = async (say: () => Promise<Held>): Promise<Held> => {
    let stopAtMs = Number.POSITIVE_INFINITY
    for (;;)
      try {
        return await say()
      } catch {
        if (isStopping()) stopAtMs = Math.min(stopAtMs, world.now() + STOP_MS)
        if (world.now() >= stopAtMs) return 'lost'
        await world.sleep(DOWN_MS)
      }
  }

  const deliver = async (turn: Turn, isLost: () => boolean): Promise<void> => {
    for (const record of await queue.read(name, turn)) {
      if (isLost() || isStopping()) break
      const outcome = await attempt(record)
      const word = outcome.hidden ?? outcome.reason ?? outcome.type
      observe?.({ type: 'event', vendor: name, outcome: word })
      if (outcome.type === 'retry') {
        const waitMs = retryWait(outcome, record.tries)
        await surely(() => queue.postpone(name, turn, record, waitMs))
        return
      }
      const given = outcome.type === 'dropped' ? { reason: word, detail: outcome.detail } : undefined
      if (given) report(`${name}: an event was given up: ${given.detail ?? given.reason}`)
      if ((await surely(() => queue.settle(name, turn, record, given))) === 'lost') return
    }
    await surely(() => queue.finish(name, turn))
  }

  return async (turn: Turn): Promise<void> => {
    let isLost = false
    const keep = async (): Promise<void> => {
      isLost ||= (await queue.keep(name, turn)) === 'lost'
    }
    // A failure is ignored, because the next interval writes again.
    const timer = setInterval(() => void keep().catch(() => undefined), leaseMs / KEEPS_IN_A_LEASE)
    try {
      await deliver(turn, () => isLost)
    } finally {
      clearInterval(timer)
    }
  }
}
