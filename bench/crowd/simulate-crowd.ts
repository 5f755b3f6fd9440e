import { createRandom, seedOf } from '../../test/simulation/random.ts'
import { quantile } from '../report/quantile.ts'
import { createAccount, type Minute } from './account.ts'
import { createAgenda } from './agenda.ts'
import type { CreatePace } from './pace.ts'
import { createVisitor } from './visitor.ts'

export interface Crowd {
  readonly visitors: number
  readonly eventsEach: number
  /** Returns when this share of all visitors has arrived; the function never falls. */
  readonly arrivalMs: (share: number) => number
  readonly endMs: number
  readonly readable: boolean
  readonly createPace: CreatePace
  readonly seed: number
}

export interface CrowdResult {
  readonly tracked: number
  readonly delivered: number
  readonly requests: number
  readonly refused: number
  readonly minutes: readonly Minute[]
  /** Number of events on open pages at the end of each minute. */
  readonly openBacklog: readonly number[]
  readonly waitedMs: { readonly median: number; readonly p99: number }
  readonly firstMs: { readonly median: number; readonly p99: number }
  /** Number of delivered events that were refused at least once, and the times from the refusal to their delivery. */
  readonly refusedEvents: number
  readonly refusedMs: { readonly median: number; readonly p99: number }
  /** The share of refused events that was delivered within a minute. */
  readonly soon: number
  /** Jain's index over what share of its own events each visitor has delivered: 1 is equal. */
  readonly fairness: number
  /** Number of events in browsers at the end: of visitors that come back, and of those that never do. */
  readonly waitingOfReturning: number
  readonly waitingOfGone: number
}

const MINUTE_MS = 60_000
const GAP_MS = 12_000
const STAY_MS = 8_000
const RETURN_SHARE = 0.5
const AWAY_MS = 20 * MINUTE_MS
const BACK_FOR_MS = 40_000
const ANSWERED_MS = 1_000

const exponential = (random: () => number, meanMs: number): number => -Math.log(1 - random()) * meanMs

const jain = (shares: readonly number[]): number => {
  const sum = shares.reduce((total, share) => total + share, 0)
  const squares = shares.reduce((total, share) => total + share * share, 0)
  return squares ? (sum * sum) / (shares.length * squares) : 1
}

const spreadOf = (times: readonly number[]) => ({ median: quantile(times, 0.5), p99: quantile(times, 0.99) })

const waitingOf = (visitors: Iterable<ReturnType<typeof createVisitor>>): number => {
  let sum = 0
  for (const { waiting } of visitors) sum += waiting()
  return sum
}

/** Simulates every visitor with a queue of its own, all of them under one account's limits. */
export const simulateCrowd = (crowd: Crowd): CrowdResult => {
  const { visitors, eventsEach, arrivalMs, endMs, readable, createPace, seed } = crowd
  const agenda = createAgenda()
  const account = createAccount()
  const waited: number[] = []
  const first: number[] = []
  const afterRefusal: number[] = []
  const deliveredBy = new Uint32Array(visitors)
  const open = new Set<ReturnType<typeof createVisitor>>()
  /** The absent visitors that come back and have events left. */
  const away = new Set<ReturnType<typeof createVisitor>>()
  const openBacklog: number[] = []
  let tracked = 0
  let refusedEvents = 0
  let waitingOfGone = 0

  const arrive = (index: number): void => {
    // The visitor is drawn from its own seed, and the pace from another, so that both strategies meet the same
    // visitors.
    const { next: random } = createRandom(seedOf(seed, index))
    const returns = random() < RETURN_SHARE
    const visitor = createVisitor({
      agenda,
      account,
      pace: createPace(createRandom(seedOf(seed + 1, index)).next),
      readable,
      onRefused() {
        refusedEvents += 1
      },
      onDelivered({ waitedMs, isFirst, refusedMs }) {
        waited.push(waitedMs)
        if (refusedMs !== undefined) afterRefusal.push(refusedMs)
        if (isFirst) first.push(waitedMs)
        deliveredBy[index] = (deliveredBy[index] ?? 0) + 1
      },
    })
    const show = (): void => {
      away.delete(visitor)
      open.add(visitor)
      visitor.open()
    }
    const leave = (): void => {
      open.delete(visitor)
      visitor.leave()
      // By then the last request has its answer. A visitor with an empty queue is removed, because a crowd is large.
      agenda.in(ANSWERED_MS, () => {
        if (visitor.waiting() === 0) return
        if (returns) {
          away.add(visitor)
          agenda.in(exponential(random, AWAY_MS), comeBack)
        } else waitingOfGone += visitor.waiting()
      })
    }
    const comeBack = (): void => {
      show()
      agenda.in(BACK_FOR_MS, leave)
    }
    const trackNext = (rest: number): void => {
      visitor.track()
      tracked += 1
      if (rest > 0) agenda.in(exponential(random, GAP_MS), () => trackNext(rest - 1))
      else agenda.in(exponential(random, STAY_MS), leave)
    }
    show()
    trackNext(eventsEach - 1)
  }

  // Arrivals are planned one after the other: a million planned at once would not fit into memory.
  const arriveFrom = (index: number): void => {
    if (index >= visitors) return
    agenda.in(arrivalMs((index + 0.5) / visitors) - agenda.nowMs(), () => {
      arrive(index)
      arriveFrom(index + 1)
    })
  }

  arriveFrom(0)
  for (let minute = 1; minute * MINUTE_MS <= endMs; minute++) {
    agenda.runUntil(minute * MINUTE_MS)
    openBacklog.push(waitingOf(open))
  }
  const minutes = account.minutes()
  const total = (key: keyof Minute): number => minutes.reduce((sum, minute) => sum + minute[key], 0)
  return {
    tracked,
    delivered: waited.length,
    requests: total('single') + total('bulk'),
    refused: total('refused'),
    minutes,
    openBacklog,
    waitedMs: spreadOf(waited),
    firstMs: spreadOf(first),
    refusedEvents,
    refusedMs: spreadOf(afterRefusal),
    soon: afterRefusal.filter((ms) => ms <= MINUTE_MS).length / refusedEvents,
    fairness: jain(Array.from(deliveredBy, (count) => count / eventsEach)),
    waitingOfReturning: waitingOf(open) + waitingOf(away),
    waitingOfGone,
  }
}
