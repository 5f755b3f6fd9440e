import { randomHex } from '../browser/random.ts'
import { createLocalArea, type LocalArea } from '../store/local-area.ts'
import { type Registered, registerWorker } from './register-worker.ts'

/** What the page's part needs of the browser. */
export interface PageWorld {
  readonly now: () => number
  readonly randomHex: () => string
  readonly setTimer: (run: () => void, ms: number) => void
  readonly area: LocalArea
  readonly register: (path: string, config: readonly unknown[]) => Promise<Registered>
  /** Calls the listener with what workers say, until the signal aborts. */
  readonly listen: (listener: (data: unknown) => void, signal: AbortSignal | undefined) => void
  /**
   * Calls the listener when another page takes the place of this one, until the signal aborts. A page of Chromium that
   * is left for another site is not heard when it is hidden, but is heard then (bench/leaving.ts): all of 300 events
   * arrived in 11 of 12 tries; without it in 5, and in the others only the 40 of the last request.
   */
  readonly onSwap: (listener: () => void, signal: AbortSignal | undefined) => void
}

export const browserPage: PageWorld = {
  now: () => Date.now(),
  randomHex,
  setTimer: (run, ms) => setTimeout(run, ms),
  area: createLocalArea(() => localStorage),
  register: registerWorker,
  listen(listener, signal) {
    const { serviceWorker } = navigator
    serviceWorker.addEventListener('message', ({ data }) => listener(data), {
      signal,
    } as AddEventListenerOptions)
    serviceWorker.startMessages()
  },
  onSwap: (listener, signal) => addEventListener('pageswap', listener, { signal } as AddEventListenerOptions),
}
