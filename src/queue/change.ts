import type { DropReason, Outcome } from '../core/outcome.ts'
import type { Transaction } from '../store/store.ts'
import type { Answer } from './attempt.ts'
import type { SharedState } from './shared-state.ts'

/** Told of events that leave the queue without an answer, and (`memory`) that nothing survives the page. */
export type OnLoss = (reason: DropReason | 'memory', events: number) => void

/** Runs work over the state that all tabs share, in one transaction, after the notes `known` were taken in. */
export type Change = <Result = void>(
  work?: (
    t: Transaction,
    state: SharedState,
    known: readonly string[],
    /** Told, once, when the transaction is done. */
    onLoss: OnLoss,
  ) => Promise<Result> | Result,
) => Promise<Result>

/** Ends an attempt. Resolves with the last word on its events, and whether their records were there. */
export type ApplyAnswer = (
  t: Transaction,
  state: SharedState,
  answer: Answer,
) => Promise<{ readonly isThere: boolean; readonly outcomes: readonly Outcome[] }>
