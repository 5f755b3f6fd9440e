import { goesAlone, learn, type SharedState, spent, stateFrom, waitMs } from '../../src/queue/shared-state.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import type { Answer } from './account.ts'

/** Decides when a visitor may send. */
export interface Pace {
  waitMs(nowMs: number): number
  /** Returns how many of the waiting events go in the next request. */
  batchSize(waiting: number): number
  /** Notes that a request leaves. */
  spend(events: number, nowMs: number): void
  /** Notes its answer; `afterMs` is what a script can read of `Retry-After`. */
  learn(answer: Answer['type'], retryAfterMs: number, nowMs: number): void
  /** Tells whether the last request failed. */
  isFailing(): boolean
}

export type CreatePace = (random: () => number) => Pace

const { limits, encode, interpret } = klaviyo({ companyId: 'AbC123' })

const event = {
  id: '',
  type: 'track',
  name: 'Viewed Product',
  time: 0,
  properties: {},
  identity: { anonymousId: '' },
} as const
/** The share of the limit that one request takes, by the destination's own figures. */
const SINGLE_MS = encode([event], 'first').costMs
const BULK_MS = encode([event, event], 'first').costMs

/** sendoff's own scheduler, on the state that a visitor's tabs share. */
export const sendoffPace: CreatePace = (random) => {
  const state: SharedState = stateFrom(undefined, 0)
  return {
    waitMs: (nowMs) => Math.max(0, waitMs(state, limits.burstMs, nowMs)),
    batchSize: (waiting) => (goesAlone(state, waiting, random()) ? 1 : Math.min(waiting, limits.events)),
    spend(events, nowMs) {
      state.due = spent(state, events > 1 ? BULK_MS : SINGLE_MS, limits.burstMs, nowMs)
    },
    learn(answer, retryAfterMs, nowMs) {
      const status = answer === 'accepted' ? 202 : 429
      const outcomes = interpret([event], { status, body: '', retryAfterMs })
      learn(state, outcomes, limits, { now: nowMs, random: random() })
    },
    isFailing: () => state.reason !== '',
  }
}

const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 300_000

/**
 * The scheduler for comparison: exponential back-off with full jitter, and nothing else; every request takes all
 * waiting events.
 */
export const plainPace: CreatePace = (random) => {
  let failures = 0
  let dueMs = 0
  return {
    waitMs: (nowMs) => Math.max(0, dueMs - nowMs),
    batchSize: (waiting) => Math.min(waiting, limits.events),
    spend: () => undefined,
    learn(answer, _, nowMs) {
      if (answer === 'accepted') failures = 0
      else dueMs = nowMs + random() * Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures++)
    },
    isFailing: () => failures > 0,
  }
}
