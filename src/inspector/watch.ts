import type { SenderEvents } from '../delivery/sender-events.ts'
import type { Departure } from './departure.ts'
import { createDepartures } from './departures.ts'
import { createFlushLog, type LoggedFlush } from './flush-log.ts'
import { labelOf } from './owner-label.ts'
import { type QueueSnapshot, takeSnapshot } from './snapshot.ts'

type Undo = () => void

/** The part of `window.track` that a board needs. Before the script has arrived, `on` returns a promise. */
export interface Told {
  on<Type extends keyof SenderEvents>(
    type: Type,
    listener: (
      detail: SenderEvents[Type] & { readonly destination: string; readonly account: string },
    ) => void,
  ): Undo | Promise<Undo>
}

/** What a board shows. */
export interface View {
  readonly queues: readonly QueueSnapshot[]
  readonly departures: readonly Departure[]
  readonly flushes: readonly LoggedFlush[]
}

const LOOK_MS = 500
/** The time between a tracker's message and the look, so that a burst of messages needs one look. */
const SOON_MS = 60

/**
 * Looks at the queues twice a second, and soon after this tab's tracker has told something. Returns the function that
 * stops it.
 */
export const watch = (track: Told | undefined, show: (view: View) => void): Undo => {
  const departures = createDepartures()
  const flushes = createFlushLog(Date.now)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLooking = false
  let hasStopped = false

  const look = async (): Promise<void> => {
    if (isLooking || hasStopped) return
    isLooking = true
    let queues: readonly QueueSnapshot[] = []
    try {
      queues = await takeSnapshot(Date.now())
    } catch (error) {
      // The browser refuses its storage to this page: the board shows only what the tracker tells.
      console.warn('sendoff inspector:', error)
    }
    isLooking = false
    if (hasStopped) return
    for (const queue of queues) departures.update(queue)
    show({ queues, departures: departures.list(), flushes: flushes.list() })
    lookIn(LOOK_MS)
  }
  const lookIn = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(look, ms)
  }

  const undos = track
    ? [
        track.on('settled', ({ destination: name, account, event, outcome }) => {
          const destination = labelOf(name, account)
          departures.settle(destination, event, outcome)
          flushes.settle(destination, outcome)
          lookIn(SOON_MS)
        }),
        track.on('flush', ({ destination, account, reason }) => {
          flushes.add(labelOf(destination, account), reason)
          lookIn(SOON_MS)
        }),
      ]
    : []
  look()

  return () => {
    hasStopped = true
    clearTimeout(timer)
    flushes.close()
    for (const undo of undos) Promise.resolve(undo).then((stop) => stop?.())
  }
}
