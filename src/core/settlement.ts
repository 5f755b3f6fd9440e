import { backoffMs, MAX_WAIT_MS } from './backoff.ts'
import type { Destination } from './destination.ts'
import type { DropReason, Outcome } from './outcome.ts'
import type { LaneState } from './state.ts'

export interface SettlementOptions {
  readonly key: Destination['key']
  readonly now: number
  readonly random: () => number
}

type Retry = Extract<Outcome, { type: 'retry' }>

/** The shared state after these events have got these outcomes. */
export const settled = (
  state: LaneState,
  outcomes: ReadonlyMap<string, Outcome>,
  { key, now, random }: SettlementOptions,
): LaneState => {
  const dropped: Partial<Record<DropReason, number>> = { ...state.dropped }
  const suspects: string[] = []
  let { delivered } = state
  let failure: Retry | undefined
  for (const [id, outcome] of outcomes) {
    if (outcome.type === 'delivered') delivered++
    else if (outcome.type === 'dropped') dropped[outcome.reason] = (dropped[outcome.reason] ?? 0) + 1
    else if (outcome.reason === 'suspect') suspects.push(id)
    else if (outcome.reason !== 'innocent') failure = outcome
  }
  const failures = failure ? state.failures + 1 : 0
  return {
    ...state,
    delivered,
    dropped,
    suspects: suspects.length ? suspects : state.suspects.filter((id) => !outcomes.has(id)),
    failures,
    retryAt: failure ? now + waitAfter(failure, failures, random) : 0,
    offline: failure?.reason === 'network',
    paused:
      failure?.reason === 'configuration' ? { key, detail: failure.detail ?? 'the vendor refused the key' } : null,
  }
}

const waitAfter = ({ reason, afterMs }: Retry, failures: number, random: () => number): number => {
  if (reason === 'configuration') return MAX_WAIT_MS
  // The vendor's word counts; the jitter keeps those who heard it at the same time apart.
  if (afterMs !== undefined) return afterMs + random() * 1_000
  return backoffMs(failures, random)
}
