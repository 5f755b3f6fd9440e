import { readFileSync } from 'node:fs'
import type { Tab } from './engine.ts'
import { rendererProcesses } from './profile-processes.ts'

const BUSY_MS = 300

/** Returns the clock ticks that a process has worked (proc(5), `utime`, the 14th field); 0 when it has ended. */
const workOf = (pid: number): number => {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return Number(rest.split(' ')[11])
  } catch {
    return 0
  }
}

const workHard = (tab: Tab): Promise<void> =>
  tab.evaluate((ms) => {
    for (const end = performance.now() + ms; performance.now() < end; );
  }, BUSY_MS)

/**
 * Returns the process that renders `tab`, of the browser on the profile in `directory`: the one that works when the tab
 * does.
 */
export const rendererProcess = async (tab: Tab, directory: string): Promise<number> => {
  const before = new Map(rendererProcesses(directory).map((pid) => [pid, workOf(pid)]))
  await workHard(tab)
  const [busiest] = [...before]
    .map(([pid, work]) => ({ pid, work: workOf(pid) - work }))
    .sort((one, other) => other.work - one.work)
  if (!busiest) throw new Error('No renderer was found')
  return busiest.pid
}
