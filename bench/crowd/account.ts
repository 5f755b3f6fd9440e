import { klaviyoLimits } from '../../src/vendors/klaviyo/emulator/limits.ts'
import { createFixedWindow } from '../../testing/emulators/fixed-window.ts'

export interface Minute {
  readonly single: number
  readonly bulk: number
  readonly refused: number
  readonly events: number
}

const NOTHING: Minute = { single: 0, bulk: 0, refused: 0, events: 0 }
const MINUTE_MS = 60_000

export type Answer = { readonly type: 'accepted' } | { readonly type: 'refused'; readonly afterMs: number }

/**
 * Makes one account's limits, which all visitors of a shop share: those of the emulator by which the tests are judged.
 */
export const createAccount = () => {
  const single = createFixedWindow(klaviyoLimits.singleRate)
  const bulk = createFixedWindow(klaviyoLimits.bulkRate)
  const minutes: Minute[] = []

  return {
    minutes: (): readonly Minute[] => minutes,

    take(events: number, nowMs: number): Answer {
      const taken = (events > 1 ? bulk : single).take(nowMs)
      const index = Math.floor(nowMs / MINUTE_MS)
      while (minutes.length <= index) minutes.push(NOTHING)
      const minute = minutes[index] ?? NOTHING
      if (taken.type === 'limited') {
        minutes[index] = { ...minute, refused: minute.refused + 1 }
        return { type: 'refused', afterMs: taken.waitMs }
      }
      minutes[index] = {
        ...minute,
        single: minute.single + (events > 1 ? 0 : 1),
        bulk: minute.bulk + (events > 1 ? 1 : 0),
        events: minute.events + events,
      }
      return { type: 'accepted' }
    },
  }
}

export type Account = ReturnType<typeof createAccount>
