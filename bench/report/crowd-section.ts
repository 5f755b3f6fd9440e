import type { CrowdRun } from '../crowd/measure-crowd.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

/** A value that earlier findings may lack. */
type Perhaps<Value> = Value | undefined

const percent = (share: Perhaps<number>): string => figure((share ?? Number.NaN) * 100)
const secondsOf = (waited: Perhaps<CrowdRun['waitedMs']>): string =>
  waited ? `${figure(waited.median / 1_000, 1)} (${figure(waited.p99 / 1_000, 1)})` : '–'

export const crowdSection = (runs: readonly CrowdRun[]): Section => ({
  title: 'A crowd under one limit',
  text: `Simulated: visitors with sendoff's own scheduler and back-off (\`src/queue/shared-state.ts\`), and the same visitors with plain exponential back-off with full jitter,
under the limits of one Klaviyo account (\`src/vendors/klaviyo/emulator/limits.ts\`). "Flash" asks for ten times the limit for ten minutes, if every event needs a request of its own, and is followed for three hours;
half of its visitors come back, as often as they have something left. "Day" is 150,000 visitors, at its peak three times the mean, "quiet" 100 an hour, "above" a shop whose events are a tenth more than single requests for half an hour. The share of the limit is that of the minutes at whose beginning and end open pages have more to send than a minute takes; where everybody has one event, nothing can go in bulk.
Whom the vendor knows nothing of yet can only try: of the refusals, those of first requests can be spared by no scheduler that delivers a first event within two seconds at a quiet shop.
Fairness is Jain's index over what share of its own events each visitor has delivered. Times are seconds from \`track()\` to the answer: median, and the 99th percentile in brackets.

${table(
  [
    '',
    'visitors',
    'Retry-After',
    'scheduler',
    'delivered, %',
    'refused requests',
    'single limit used, %',
    'bulk limit used, %',
    'minutes with a backlog',
    'events a request',
    'waiting, s',
    'first event, s',
    'first refusal to delivery, s',
    'of the refused, within a minute, %',
    'fairness',
    'queued at the end: returning',
    'gone',
  ],
  runs.map((run) => [
    run.scene,
    figure(run.visitors),
    run.readable ? 'readable' : 'hidden',
    run.pace,
    figure((run.delivered / run.tracked) * 100, 1),
    figure(run.refused),
    percent(run.usedSingle),
    percent(run.usedBulk),
    figure(run.backlogMinutes),
    figure(run.delivered / run.requests, 2),
    secondsOf(run.waitedMs),
    secondsOf(run.firstMs),
    secondsOf(run.refusedMs),
    percent(run.soon),
    figure(run.fairness, 2),
    figure(run.waitingOfReturning),
    figure(run.waitingOfGone),
  ]),
)}`,
  charts: {},
})
