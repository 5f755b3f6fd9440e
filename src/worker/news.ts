import type { Tell } from '../delivery/sender-events.ts'
import type { WorkerNews } from './worker-messages.ts'

/** Tells a queue's pages its news: one message for everything that happens at once. */
export const createNews = (
  setTimer: (run: () => void, ms: number) => void,
  tellPages: (news: WorkerNews) => void,
) => {
  let told: Parameters<Tell>[] = []
  let places: string[] = []
  let isTelling = false
  /** Why the last request failed, as far as the sender has said. */
  let failing: string | undefined

  const tellNow = (ms: number): void => {
    isTelling = false
    tellPages([ms, failing, told, places])
    told = []
    places = []
  }
  const tellSoon = (): void => {
    if (!isTelling) setTimer(() => isTelling && tellNow(0), 0)
    isTelling = true
  }

  return {
    tellNow,
    tellSoon,
    fail(why: string): void {
      failing = why
    },
    /** Collects what the sender tells. */
    tell(...news: Parameters<Tell>): void {
      told.push(news)
      tellSoon()
    },
    /** Collects that a note is in the database. */
    tellTaken(place: string): void {
      places.push(place)
      tellSoon()
    },
  }
}
