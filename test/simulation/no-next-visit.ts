import type { Fact, Report } from './ledger.ts'
import type { Simulation } from './simulation.ts'
import type { Tally } from './tally.ts'

/** Until the browser has called the worker as often as it does, and the longest pause is over. */
const GONE_MS = 3 * 3_600_000

type Deliver = (limit: number) => Promise<boolean>

/** Everybody leaves, and nobody comes back for a while. */
export const goAway = async (
  { scheduler }: Simulation,
  leaveAll: () => Promise<void>,
  deliver: Deliver,
): Promise<void> => {
  await leaveAll()
  for (const until = scheduler.time() + GONE_MS; await deliver(until); );
}

/** The events that wait, of those that anybody answers to. */
const waitingIn = ({ ledger }: Simulation): readonly Fact[] =>
  [...ledger.facts.values()].filter(
    ({ stored, settled, exempt, isCursed }) => stored && !settled && !exempt && !isCursed,
  )

/** Counts what the worker delivers of what waits when the last visit ends, and what stays for a visit that never comes. */
export const leaveForGood = async (
  simulation: Simulation,
  leaveAll: () => Promise<void>,
  deliver: Deliver,
  tally: Tally,
  report: Report,
): Promise<void> => {
  tally.count('visits without a next')
  tally.count('events that wait when the last visit ends', waitingIn(simulation).length)
  let sure: readonly string[] = []
  const leave = async () => {
    await leaveAll()
    sure = simulation.queuesToBeCalled()
  }
  await goAway(simulation, leave, deliver)
  const left = waitingIn(simulation)
  tally.count('events left without a next visit', left.length)
  tally.count('queues for which the browser calls when all are gone', sure.length)
  for (const { id, queue, records } of left)
    if (records && sure.includes(queue)) report(14, `${id} waits for a visit that never comes`)
}
