import type { TasksRun } from '../tasks/measure-tasks.ts'
import { type LongTask, MAX_TASK_MS } from '../tasks/watch-main-thread.ts'
import type { Goal } from './goal.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

/** What 90,000 more events may keep alive in addition; they are 63 MB. */
const MAX_GROWTH_BYTES = 6_000_000

const tasksCell = (tasks: readonly LongTask[]): string =>
  tasks.length
    ? `${figure(tasks.length)}, the longest ${figure(Math.max(...tasks.map(({ ms }) => ms)))} ms, most of the processor ${figure(Math.max(...tasks.map(({ processorMs }) => processorMs)))} ms`
    : 'none'

export const tasksSection = (runs: readonly TasksRun[]): Section => ({
  title: 'Tasks of a page with a long queue',
  partOf: 'How cost grows with the queue',
  text: `Events that were tracked offline wait, in bursts of a thousand, or each in a task and so in a record of its own; new pages start with them, one after the other, each tracks one event and asks \`status()\` how many wait, and is watched for two seconds more. Then the network is back, and the last
page is watched while it drains to a vendor without a limit on its rate, for ${figure(Math.max(...runs.map(({ watchedMs }) => watchedMs)) / 1_000)} seconds at most. Long tasks are those over ${MAX_TASK_MS} ms by the clock in the browser's own trace, on a processor that is not slowed; of each it is told how much processor time it was given: the page shares the machine with the rest of the browser and the server. The memory is looked at in a profile
of its own: what is alive after the collection of garbage, over what was alive when none waited, when all wait and at most in as many seconds of the drain.

${table(
  [
    'waiting',
    `tasks over ${MAX_TASK_MS} ms in ${figure(runs[0]?.starts.length)} starts`,
    'status() took, ms at most',
    `tasks over ${MAX_TASK_MS} ms in the drain`,
    'watched, s',
    'delivered meanwhile',
    'alive when queued, MB more',
    'when delivered, MB more',
  ],
  runs.map((run) => [
    `${figure(run.events)}${run.records === 'single' ? ', one by one' : ''}`,
    tasksCell(run.starts.flat()),
    figure(Math.max(...run.countedMs)),
    tasksCell(run.drain),
    figure(run.watchedMs / 1_000, 1),
    figure(run.drained),
    figure((run.memory?.queuedBytes ?? Number.NaN) / 1e6, 1),
    figure((run.memory?.deliveringBytes ?? Number.NaN) / 1e6, 1),
  ]),
)}`,
  charts: {},
})

export const tasksGoals = (runs: readonly TasksRun[]): readonly Goal[] => {
  const [short, long] = [10_000, 100_000].map(
    (events) => runs.find((run) => run.events === events && run.memory)?.memory,
  )
  const most = Math.max(...runs.map(({ events }) => events))
  const all = runs.flatMap(({ starts, drain }) => [...starts.flat(), ...drain])
  const ownLong = all.filter(({ processorMs }) => processorMs > MAX_TASK_MS)
  const growth = Math.max(
    (long?.queuedBytes ?? Number.NaN) - (short?.queuedBytes ?? Number.NaN),
    (long?.deliveringBytes ?? Number.NaN) - (short?.deliveringBytes ?? Number.NaN),
  )
  return [
    {
      goal: `9a. no task takes over ${MAX_TASK_MS} ms of the processor at the start and in the drain, with up to ${figure(most)} events waiting`,
      measured: `${ownLong.length}; by the clock ${tasksCell(all)}`,
      passed: ownLong.length === 0,
    },
    {
      goal: `9b. 90,000 more events keep at most ${MAX_GROWTH_BYTES / 1e6} MB more alive`,
      measured: `${(growth / 1e6).toFixed(1)} MB`,
      passed: growth <= MAX_GROWTH_BYTES,
    },
  ]
}
