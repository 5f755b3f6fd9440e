import type { Verdict } from '../delivery/verdict.ts'
import { median } from './quantile.ts'
import { figure } from './table.ts'

/** Adds a figure of all runs of one cell. */
export const sumOf = (
  runs: readonly Verdict[],
  key: 'tracked' | 'lost' | 'doubled' | 'recordedTwice',
): number => runs.reduce((sum, run) => sum + (run[key] ?? 0), 0)

const seconds = (runs: readonly Verdict[], key: 'medianMs' | 'lastMs'): string =>
  figure(median(runs.map((run) => run[key])) / 1_000, 2)

export const lostCell = (runs: readonly Verdict[]): string => {
  const failed = runs.find((run) => run.failed)?.failed
  if (failed) return failed
  if (runs.length === 0) return '–'
  const lost = sumOf(runs, 'lost')
  return lost
    ? `**${figure(lost)}** of ${figure(sumOf(runs, 'tracked'))}`
    : `0 of ${figure(sumOf(runs, 'tracked'))}`
}

const isEmpty = (runs: readonly Verdict[]): boolean => runs.length === 0 || runs.some(({ failed }) => failed)

export const copiesCell = (runs: readonly Verdict[]): string =>
  isEmpty(runs) ? '–' : figure(sumOf(runs, 'doubled'))

export const doubledCell = (runs: readonly Verdict[]): string =>
  isEmpty(runs) ? '–' : `${copiesCell(runs)} (${figure(sumOf(runs, 'recordedTwice'))})`

export const timesCell = (runs: readonly Verdict[]): string =>
  runs.length ? `${seconds(runs, 'medianMs')} (${seconds(runs, 'lastMs')})` : '–'
