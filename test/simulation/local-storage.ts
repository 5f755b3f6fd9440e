import type { LocalArea } from '../../src/store/local-area.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'

/** A browser that is killed loses what was written last: measured, up to some hundred milliseconds of it. */
const UNSAVED_MS = 500

interface Write {
  readonly at: number
  readonly place: string
  readonly before: string | undefined
}

export interface LocalStorageOptions {
  readonly scheduler: Scheduler
  readonly random: Random
  /** The page may not have one at all. */
  readonly isRefused: boolean
  readonly onChange: (place: string, before: string | undefined, after: string | undefined) => void
}

/** Shared by all tabs, synchronous, and not safe from the death of the whole browser. */
export const createLocalStorage = ({ scheduler, random, isRefused, onChange }: LocalStorageOptions) => {
  const items = new Map<string, string>()
  let unsaved: Write[] = []
  let isFull = false

  const change = (place: string, after: string | undefined): void => {
    const before = items.get(place)
    if (after === undefined) items.delete(place)
    else items.set(place, after)
    onChange(place, before, after)
  }

  const write = (place: string, after: string | undefined): void => {
    const at = scheduler.time()
    unsaved = unsaved.filter((earlier) => earlier.at > at - UNSAVED_MS)
    unsaved.push({ at, place, before: items.get(place) })
    change(place, after)
  }

  const area: LocalArea = {
    // In no order that one may rely on.
    keys: () => [...items.keys()].sort(() => random.next() - 0.5),
    get: (place) => items.get(place) ?? null,
    set: (place, text) => {
      if (!isRefused && !(isFull && text.length > (items.get(place)?.length ?? 0))) write(place, text)
    },
    delete: (place) => {
      if (items.has(place)) write(place, undefined)
    },
  }

  return {
    area,
    items: items as ReadonlyMap<string, string>,

    isFull: () => isFull,

    /** Undoes some of the last writes, the latest first. */
    lose(): void {
      const recent = unsaved.filter(({ at }) => at > scheduler.time() - UNSAVED_MS)
      unsaved = []
      for (const { place, before } of recent.slice(random.below(recent.length + 1)).reverse())
        change(place, before)
    },

    become(state: 'fine' | 'full'): void {
      isFull = state === 'full'
    },
  }
}
