import { createDurable } from '../store/durable.ts'
import type { LocalArea } from '../store/local-area.ts'
import type { QueueWorld } from './queue-options.ts'

/**
 * Where a queue lies: its records in the database, its notes in localStorage. When the database fails, both in memory: what
 * others noted would be lost there with the page.
 */
export const createStorage = ({ openStore, area, setTimer }: QueueWorld, onMemory: () => void) => {
  let local: LocalArea = area
  return {
    areaNow: () => local,
    isMemory: () => local !== area,
    durably: createDurable(
      openStore,
      () => {
        local = new Map()
        onMemory()
      },
      setTimer,
    ),
  }
}

export type Storage = ReturnType<typeof createStorage>
