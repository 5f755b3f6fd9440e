import { klaviyoLimits } from '../../src/vendors/klaviyo/emulator/limits.ts'
import { type CreatePace, plainPace, sendoffPace } from './pace.ts'
import { type Crowd, type CrowdResult, simulateCrowd } from './simulate-crowd.ts'

export interface CrowdRun extends Omit<CrowdResult, 'minutes' | 'openBacklog'> {
  readonly scene: 'flash' | 'day' | 'quiet' | 'above'
  readonly visitors: number
  readonly readable: boolean
  readonly pace: 'sendoff' | 'plain'
  /**
   * The used share of the limit, until the open pages have no backlog any more; nothing where there never was a
   * backlog.
   */
  readonly usedSingle: number
  readonly usedBulk: number
  readonly backlogMinutes: number
}

export interface CrowdOptions {
  readonly flashVisitors: readonly number[]
  readonly tell: (line: string) => void
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const perMinute = (rates: readonly { readonly requests: number; readonly windowMs: number }[]): number =>
  rates.find(({ windowMs }) => windowMs === MINUTE_MS)?.requests ?? Number.NaN
const SINGLE = perMinute(klaviyoLimits.singleRate)
const BULK = perMinute(klaviyoLimits.bulkRate)

const PACES: Readonly<Record<CrowdRun['pace'], CreatePace>> = { sendoff: sendoffPace, plain: plainPace }

const FLASH_MINUTES = 10
const FLASH_TIMES = 10
/** Number of events of a flash sale that asks for ten times the limit, if each event needs a request of its own. */
const FLASH_EVENTS = (SINGLE + BULK) * FLASH_TIMES * FLASH_MINUTES

type Scene = Pick<Crowd, 'visitors' | 'eventsEach' | 'arrivalMs' | 'endMs'>

const flash = (visitors: number): Scene => ({
  visitors,
  eventsEach: Math.max(1, Math.round(FLASH_EVENTS / visitors)),
  arrivalMs: (share) => share * FLASH_MINUTES * MINUTE_MS,
  endMs: 3 * HOUR_MS,
})

/** Makes a day with most visitors in the evening: its curve is a sine, and this is nearly the inverse of it. */
const day = (): Scene => ({
  visitors: 150_000,
  eventsEach: 6,
  arrivalMs: (share) => (share - (0.7 * Math.sin(2 * Math.PI * share)) / (2 * Math.PI)) * 24 * HOUR_MS,
  endMs: 25 * HOUR_MS,
})

const quiet = (): Scene => ({
  visitors: 200,
  eventsEach: 6,
  arrivalMs: (share) => share * 2 * HOUR_MS,
  endMs: 3 * HOUR_MS,
})

const ABOVE_MINUTES = 30
/** How many times more events come than fit, if each event needs a request of its own. */
const ABOVE_TIMES = 1.1

/** Makes a shop that is just above its limit. */
const above = (): Scene => ({
  visitors: Math.round((SINGLE * ABOVE_TIMES * ABOVE_MINUTES) / 6),
  eventsEach: 6,
  arrivalMs: (share) => share * ABOVE_MINUTES * MINUTE_MS,
  endMs: 3 * HOUR_MS,
})

/** Returns the use of the limit in the minutes that begin and end with a backlog: they could have used all of it. */
const usedOf = ({ minutes, openBacklog }: CrowdResult) => {
  const isBacklog = (minute: number): boolean => (openBacklog[minute] ?? 0) > SINGLE + BULK
  const busy = minutes.filter((_, minute) => isBacklog(minute - 1) && isBacklog(minute))
  const share = (used: number, limit: number): number => used / (limit * busy.length)
  return {
    usedSingle: share(
      busy.reduce((sum, { single }) => sum + single, 0),
      SINGLE,
    ),
    usedBulk: share(
      busy.reduce((sum, { bulk }) => sum + bulk, 0),
      BULK,
    ),
    backlogMinutes: busy.length,
  }
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1)

const refusalsOf = ({
  refusedEvents,
  refusedMs,
  soon,
}: Omit<CrowdResult, 'minutes' | 'openBacklog'>): string =>
  refusedEvents
    ? `; ${refusedEvents} events refused, then delivered after ${seconds(refusedMs.median)} s (99th percentile ${seconds(refusedMs.p99)} s), ${(soon * 100).toFixed(0)} % within a minute`
    : ''

/** Simulates the crowds, each with sendoff's scheduler and with plain back-off, and the same visitors. */
export const measureCrowd = ({ flashVisitors, tell }: CrowdOptions): readonly CrowdRun[] => {
  const scenes = [
    { scene: 'quiet' as const, of: quiet() },
    { scene: 'day' as const, of: day() },
    { scene: 'above' as const, of: above() },
    ...flashVisitors.map((visitors) => ({ scene: 'flash' as const, of: flash(visitors) })),
  ]
  return scenes.flatMap(({ scene, of }) =>
    [true, false].flatMap((readable) =>
      (['sendoff', 'plain'] as const).map((pace): CrowdRun => {
        const result = simulateCrowd({ ...of, readable, createPace: PACES[pace], seed: 7 })
        const { minutes, openBacklog, ...figures } = result
        const used = usedOf(result)
        tell(
          `${scene}, ${of.visitors} visitors, ${pace}, Retry-After ${readable ? 'readable' : 'hidden'}: ${figures.delivered} of ${figures.tracked} delivered, ${figures.refused} refused, single ${(used.usedSingle * 100).toFixed(0)} %, bulk ${(used.usedBulk * 100).toFixed(0)} % in ${used.backlogMinutes} minutes${refusalsOf(figures)}`,
        )
        return { scene, visitors: of.visitors, readable, pace, ...figures, ...used }
      }),
    ),
  )
}
