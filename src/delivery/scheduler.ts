/** Why a flush happens. */
export type FlushReason = 'start' | 'interval' | 'size' | 'online' | 'hidden' | 'pagehide' | 'retry' | 'manual'

export interface SchedulerOptions {
  /** Delivers what can be delivered; resolves with the milliseconds after which it makes sense to look again. */
  readonly flush: (reason: FlushReason) => Promise<number | undefined>
  readonly now: () => number
  readonly setTimer: (run: () => void, ms: number) => () => void
}

/** Runs one flush at a time, and keeps one timer: for the earliest moment that anyone has asked for. */
export const createScheduler = ({ flush, now, setTimer }: SchedulerOptions) => {
  let cancel = () => {}
  let dueAt = Number.POSITIVE_INFINITY
  let last: Promise<void> = Promise.resolve()

  const flushNow = (reason: FlushReason): Promise<void> => {
    last = last.then(async () => {
      const ms = await flush(reason)
      if (ms !== undefined) flushWithin(ms, 'retry')
    })
    return last
  }

  const flushWithin = (ms: number, reason: FlushReason): void => {
    const at = now() + ms
    if (at >= dueAt) return
    cancel()
    dueAt = at
    cancel = setTimer(() => {
      dueAt = Number.POSITIVE_INFINITY
      flushNow(reason)
    }, ms)
  }

  return { flushNow, flushWithin, stop: () => cancel() }
}
