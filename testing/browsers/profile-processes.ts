import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const GONE_WITHIN_MS = 10_000
const POLL_MS = 20

/**
 * The variable that every process of a browser inherits: Firefox and WebKit name the profile only in the command of the
 * first process.
 */
export const PROFILE_VARIABLE = 'SENDOFF_PROFILE'

interface Process {
  readonly pid: number
  /** The process's command and, on Linux, its environment. */
  readonly text: string
}

const readProcess = (pid: string): readonly Process[] => {
  try {
    // An ended process that no parent has waited for keeps its number and has an empty command.
    const text = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'utf8')).join('\0')
    return [{ pid: Number(pid), text: text.replaceAll('\0', ' ') }]
  } catch {
    // The process ended after the folder was listed, or is another user's: in both cases it is not one of the
    // browser's.
    return []
  }
}

const allProcesses = (): readonly Process[] => {
  if (existsSync('/proc/self/cmdline')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(readProcess)
  }
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), text: line }))
}

const processesOf = (directory: string): readonly Process[] =>
  allProcesses().filter(({ pid, text }) => pid !== process.pid && text.includes(directory))

/** Returns the processes of the browser that runs on the profile in `directory`. */
export const profileProcesses = (directory: string): readonly number[] =>
  processesOf(directory).map(({ pid }) => pid)

/** The part that the commands of processes that render pages have in common: Chromium, Firefox, WebKit. */
const RENDERER = / --type=renderer | -isForBrowser |\/WebKitWebProcess /

/** Returns the processes that render pages. */
export const rendererProcesses = (directory: string): readonly number[] =>
  processesOf(directory)
    .filter(({ text }) => RENDERER.test(text))
    .map(({ pid }) => pid)

export const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // ESRCH: the process ended with its parent, as intended.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Kills that browser without warning, and waits until none of its processes is left. */
export const killProfileProcesses = async (directory: string): Promise<void> => {
  const deadlineMs = performance.now() + GONE_WITHIN_MS
  for (let pids = profileProcesses(directory); pids.length > 0; pids = profileProcesses(directory)) {
    if (performance.now() > deadlineMs) throw new Error(`Processes ${pids.join(', ')} survive SIGKILL`)
    for (const pid of pids) kill(pid)
    await sleep(POLL_MS)
  }
}
