import type { DropReason } from './outcome.ts'

/** What all tabs share about one destination, beside its events. */
export interface LaneState {
  /** Nothing is sent before this time, in milliseconds since 1970. */
  readonly retryAt: number
  /** Attempts that failed since the last that did not. */
  readonly failures: number
  /** The last failure was no answer at all: worth a new try as soon as something has changed. */
  readonly offline: boolean
  /** When the next request of each pace is due; see `pace.ts`. */
  readonly due: Readonly<Record<string, number>>
  /** Ids of events of which at least one is guilty; see `narrowing` in `plan.ts`. */
  readonly suspects: readonly string[]
  /** The key with which the vendor refused everything, and its words. */
  readonly paused: { readonly key: string; readonly detail: string } | null
  /** Who sends now, and until when that may be believed. */
  readonly lease: { readonly owner: string; readonly until: number }
  readonly delivered: number
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>
}

const INITIAL: LaneState = {
  retryAt: 0,
  failures: 0,
  offline: false,
  due: {},
  suspects: [],
  paused: null,
  lease: { owner: '', until: 0 },
  delivered: 0,
  dropped: {},
}

/** The stored state, or a new one where another program has written something else in its place. */
export const laneState = (stored: unknown): LaneState => {
  const state = stored as LaneState | undefined
  return state?.due && state.dropped && state.lease && Array.isArray(state.suspects) ? { ...INITIAL, ...state } : INITIAL
}

export const countDrops = (state: LaneState, reason: DropReason, events: number): LaneState => ({
  ...state,
  dropped: { ...state.dropped, [reason]: (state.dropped[reason] ?? 0) + events },
})

/** A request on its way, or one that ended without an answer. */
export interface Attempt {
  readonly ids: readonly string[]
  /** An answer may come until then; 0 once it is known that none will. */
  readonly until: number
}

export const isAttempt = (value: unknown): value is Attempt => Array.isArray((value as Attempt | null)?.ids)
