import type { Outcome } from '../core/outcome.ts'
import type { FlushReason } from '../delivery/sender-events.ts'

/** One flush, and what this tab has heard of its events since. */
export interface LoggedFlush {
  readonly key: string
  readonly timeMs: number
  readonly destination: string
  readonly reason: FlushReason
  readonly delivered: number
  readonly dropped: number
}

const MAX_KEPT = 30
/** The channel on which tabs with an open board tell each other of their flushes. */
const CHANNEL = 'sendoff-inspector'

/** Keeps the flushes of this tab, and of the other tabs with an open board. */
export const createFlushLog = (now: () => number) => {
  const log = new Map<string, LoggedFlush>()
  const own = new Map<string, LoggedFlush>()
  const unsaid = new Set<string>()
  const tab = Math.random().toString(36).slice(2)
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL)
  let made = 0

  const keep = (flush: LoggedFlush): void => {
    log.set(flush.key, flush)
    if (log.size > MAX_KEPT) for (const [oldest] of log) if (log.delete(oldest)) break
  }
  channel?.addEventListener('message', ({ data }) => keep(data as LoggedFlush))

  return {
    add(destination: string, reason: FlushReason): void {
      made += 1
      const key = `${tab}/${made}`
      const flush = { key, timeMs: now(), destination, reason, delivered: 0, dropped: 0 }
      own.set(destination, flush)
      keep(flush)
      // The message is sent at once, because the page may be about to be left.
      channel?.postMessage(flush)
    },

    settle(destination: string, { type }: Outcome): void {
      const flush = own.get(destination)
      if (!flush) return
      const { delivered, dropped } = flush
      const next =
        type === 'delivered' ? { ...flush, delivered: delivered + 1 } : { ...flush, dropped: dropped + 1 }
      own.set(destination, next)
      if (log.has(next.key)) log.set(next.key, next)
      unsaid.add(destination)
    },

    /** Returns the flushes, newest first, and tells the other tabs the results of this tab's flushes. */
    list(): readonly LoggedFlush[] {
      for (const destination of unsaid) channel?.postMessage(own.get(destination))
      unsaid.clear()
      return [...log.values()].sort((one, other) => other.timeMs - one.timeMs)
    },

    close: () => channel?.close(),
  }
}
