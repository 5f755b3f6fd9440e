import type { VendorResponse } from '../../src/core/destination.ts'
import { SMALL_CHARS, type Transport } from '../../src/delivery/transport.ts'
import type { Attempt, Attempts } from './attempts.ts'
import type { Report } from './ledger.ts'
import { type Letter, readLetter } from './letter.ts'
import type { Random } from './random.ts'
import type { Life, Scheduler } from './scheduler.ts'
import type { Keepalive } from './story.ts'
import type { Tally } from './tally.ts'
import type { Trace } from './trace.ts'
import type { Vendor } from './vendor.ts'

/** Of all bodies that may outlive their page, in flight at once (Fetch, section 4.7). */
const KEEPALIVE_BYTES = 65_536
/** Of these, so many for one hand-off. */
const HAND_OFF_BYTES = 60_000

/** How often the page has used up what its browser lets live on, where it ever does. */
const USED_UP = 0.5
/** How often the browser has no room for one more beacon. */
const BEACON_REFUSED = 0.3
/** How often it has taken one, and never sends it. */
const BEACON_LOST = 0.2

/** How often a request, or its answer, comes to harm. */
export interface Weather {
  readonly dropped: number
  readonly unanswered: number
  readonly late: number
  readonly twice: number
}

export const CALM: Weather = { dropped: 0, unanswered: 0, late: 0, twice: 0 }

interface Flight {
  readonly life: Life
  readonly keptAlive: number
  isCancelled: boolean
}

export interface NetworkOptions {
  readonly keepalive: Keepalive
  readonly scheduler: Scheduler
  readonly random: Random
  readonly vendor: Vendor
  readonly attempts: Attempts
  readonly tally: Tally
  readonly report: Report
  readonly trace: Trace
}

export const createNetwork = (options: NetworkOptions) => {
  const { keepalive, scheduler, random, vendor, attempts, tally, report, trace } = options
  const flights = new Set<Flight>()
  let weather = CALM
  let isOnline = true

  const spareBytes = (life: Life): number =>
    [...flights].reduce(
      (spare, flight) => (flight.life === life ? spare - flight.keptAlive : spare),
      KEEPALIVE_BYTES,
    )

  /** A browser without the network knows soon; a packet that is lost is missed only when time is up. */
  const fly = (flight: Flight, attempt: Attempt, end: (response?: VendorResponse) => void): void => {
    const { life } = flight
    const late = random.chance(weather.late)
    if (!isOnline || random.chance(weather.dropped)) {
      tally.count('requests dropped')
      if (!isOnline || random.chance(0.5)) scheduler.in(random.spread(2_000), end, life)
      return
    }
    scheduler.in(random.spread(late ? 40_000 : 300), () => {
      if (flight.isCancelled) return
      if (attempt.letter.events.some(({ isCursed }) => isCursed)) {
        tally.count('requests that nobody answers to')
        scheduler.in(random.spread(2_000), end, life)
        return
      }
      const { response, verdicts } = vendor.take(attempt.letter)
      trace(() => `vendor: ${response.status} for ${life.name}`)
      if (verdicts.includes('delivered') && random.chance(weather.twice))
        scheduler.in(random.spread(5_000), () => vendor.take(attempt.letter))
      if (!life.alive) tally.count('requests that outlived their tab')
      if (random.chance(weather.unanswered)) {
        tally.count('answers lost')
        if (random.chance(0.5)) scheduler.in(random.spread(2_000), end, life)
        return
      }
      const answer = () => {
        if (attempt.end === 'flying') attempts.answered(attempt, verdicts)
        end(response)
      }
      scheduler.in(random.spread(late ? 40_000 : 300), answer, life)
    })
  }

  /** It arrives sooner or later, or never, and whoever sent it is told nothing of it. */
  const flyUnheard = (life: Life, letter: Letter): void => {
    const late = random.chance(weather.late)
    if (!isOnline || random.chance(BEACON_LOST) || random.chance(weather.dropped)) {
      tally.count('beacons dropped')
      return
    }
    scheduler.in(random.spread(late ? 40_000 : 300), () => {
      if (letter.events.some(({ isCursed }) => isCursed)) return
      const { response, verdicts } = vendor.take(letter)
      trace(() => `vendor: ${response.status} for a beacon of ${life.name}`)
      if (verdicts.includes('delivered') && random.chance(weather.twice))
        scheduler.in(random.spread(5_000), () => vendor.take(letter))
    })
  }

  /** Whether one was handed to the browser. */
  const sendBeacon = (life: Life, letter: Letter): boolean => {
    const isTaken = !random.chance(BEACON_REFUSED)
    trace(() => `${life.name}: a beacon with ${letter.events.length} is ${isTaken ? 'sent' : 'refused'}`)
    tally.count(isTaken ? 'beacons' : 'beacons refused')
    if (isTaken) {
      attempts.sent(life, letter, 'beacon')
      flyUnheard(life, letter)
    } else attempts.refused(life, letter)
    return isTaken
  }

  /** As in `sendWithFetch`: a request would end with the page that is left, or its browser refuses it at once. */
  const needsBeacon = (): boolean =>
    keepalive === 'missing' || (keepalive === 'used up' && random.chance(USED_UP))

  const request = (life: Life, letter: Letter, timeoutMs: number, leaving: boolean) =>
    new Promise<VendorResponse | undefined>((resolve) => {
      if (!isOnline) {
        // Nothing leaves; who asks knows it, for the browser says so before and after.
        tally.count('requests offline')
        scheduler.in(random.spread(200), () => resolve(undefined), life)
        return
      }
      const isKept = keepalive !== 'missing' && (leaving || letter.chars < SMALL_CHARS)
      if (isKept && letter.bytes > spareBytes(life)) {
        tally.count('requests that the browser refuses')
        scheduler.in(0, () => resolve(undefined), life)
        return
      }
      const flight: Flight = { life, keptAlive: isKept ? letter.bytes : 0, isCancelled: false }
      const attempt = attempts.sent(life, letter, leaving ? 'hand-off' : 'round')
      flights.add(flight)
      const about = () =>
        `${life.name}: ${leaving ? 'hand-off' : 'request'}, ${letter.kind} with ${letter.events.length}`
      trace(() => `${about()} from ${letter.events[0]?.id}`)
      tally.count(leaving ? 'hand-offs' : 'requests')
      const end = (response?: VendorResponse) => {
        flights.delete(flight)
        if (attempt.end === 'flying') attempt.end = 'unanswered'
        trace(() => `${about()}: ${response?.status ?? 'no answer'}`)
        resolve(response)
      }
      scheduler.in(timeoutMs, end, life)
      fly(flight, attempt, end)
    })

  return {
    isOnline: (): boolean => isOnline,

    transportFor:
      (life: Life): Transport =>
      async (part, timeoutMs, leaving) => {
        const letter = readLetter(part)
        if (leaving && letter.bytes > HAND_OFF_BYTES) report(7, `${letter.bytes} bytes leave with the page`)
        return leaving && needsBeacon() ? sendBeacon(life, letter) : request(life, letter, timeoutMs, leaving)
      },

    /** Only what was sent with `keepalive` is sure to outlive its page. */
    forget(life: Life): void {
      for (const flight of flights)
        if (flight.life === life) {
          flights.delete(flight)
          flight.isCancelled = !flight.keptAlive && random.chance(0.5)
        }
    },

    become(next: Weather): void {
      weather = next
    },

    turn(online: boolean): void {
      isOnline = online
    },
  }
}

export type Network = ReturnType<typeof createNetwork>
