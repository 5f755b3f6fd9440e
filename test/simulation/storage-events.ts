import type { LocalArea } from '../../src/store/local-area.ts'
import type { Random } from './random.ts'
import type { Life, Scheduler } from './scheduler.ts'

export interface StorageEventsOptions {
  readonly scheduler: Scheduler
  readonly random: Random
  readonly area: LocalArea
}

/** How long a tab may take to hear of what another has written. */
const LATE_MS = 3_000

/** What a tab writes to localStorage the others hear of: after a while, and in the order in which it was written. */
export const createStorageEvents = ({ scheduler, random, area }: StorageEventsOptions) => {
  const tabs = new Map<Life, { readonly onStorage: (place: string) => void; heardAt: number }>()

  const tellOthers = (writer: Life, place: string): void => {
    for (const [life, tab] of tabs) {
      if (life === writer) continue
      tab.heardAt = Math.max(tab.heardAt, scheduler.time() + random.spread(LATE_MS))
      scheduler.in(tab.heardAt - scheduler.time(), () => tab.onStorage(place), life)
    }
  }

  return {
    listen(life: Life, onStorage: (place: string) => void): void {
      tabs.set(life, { onStorage, heardAt: 0 })
    },

    forget: (life: Life): void => void tabs.delete(life),

    /** localStorage, for one tab. */
    areaFor(life: Life): LocalArea {
      const changing = (place: string, change: () => unknown): void => {
        const before = area.get(place)
        change()
        if (area.get(place) !== before) tellOthers(life, place)
      }
      return {
        ...area,
        set: (place, text) => changing(place, () => area.set(place, text)),
        delete: (place) => changing(place, () => area.delete(place)),
      }
    },
  }
}

export type StorageEvents = ReturnType<typeof createStorageEvents>
