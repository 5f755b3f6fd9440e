import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../sources.ts'
import { type Endpoints, type RunningRelay, SETTINGS } from './set-up.ts'

const COMMAND = join(ROOT, 'dist/relay/sendoff-relay.js')

export type RelayEnv = Readonly<Record<string, string>>

/** The environment of a relay for both vendors. */
export const relayEnv = ({ helpcrunch, yotpo }: Endpoints): RelayEnv => ({
  HOST: '127.0.0.1',
  PORT: '0',
  SENDOFF_ORIGINS: SETTINGS.origin,
  SENDOFF_WRITE_KEYS: SETTINGS.writeKey,
  HELPCRUNCH_API_KEY: SETTINGS.apiKey,
  HELPCRUNCH_CREATE_CUSTOMERS: 'true',
  HELPCRUNCH_REQUESTS_PER_MINUTE: `${SETTINGS.requestsPerMinute}`,
  HELPCRUNCH_ENDPOINT: helpcrunch,
  YOTPO_STORE_ID: SETTINGS.storeId,
  YOTPO_SECRET: SETTINGS.secret,
  YOTPO_ENDPOINT: yotpo,
})

export interface StartedProcess {
  readonly pid: number
  /** All that it has printed. */
  output(): string
  signal(signal: NodeJS.Signals): void
  /** At once, in the middle of whatever it does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface RelayProcess extends StartedProcess, RunningRelay {
  readonly address: string
}

/** Starts the command as a process of its own, and resolves with what `ready` finds in its output. */
const startCommand = (
  args: readonly string[],
  env: RelayEnv,
  ready: RegExp,
): Promise<StartedProcess & { readonly found: string }> => {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  return new Promise((resolve, reject) => {
    const note = (chunk: Buffer): void => {
      output += chunk
      const found = ready.exec(output)?.[1]
      if (!found) return
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        child.kill(signal)
        await ended
      }
      resolve({
        found,
        pid: child.pid ?? 0,
        output: () => output,
        signal: (signal) => void child.kill(signal),
        kill: () => end('SIGKILL'),
        stop: () => end('SIGTERM'),
      })
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${output}`)))
  })
}

/** A relay as a process; the port is in the line that it prints. */
export const startProcess = async (env: RelayEnv): Promise<RelayProcess> => {
  const { found: address, ...started } = await startCommand([], env, /listening on ([^\s"]+)/)
  return {
    ...started,
    address,
    send: (init) => fetch(`${address}/sendoff`, { method: 'POST', ...init }),
  }
}

/** A process that works the queue off. */
export const startWorkerProcess = (env: RelayEnv): Promise<StartedProcess> =>
  startCommand(['work'], env, /"(working)"/)

/** What the command prints for other arguments, once it has ended. */
export const runCommand = (args: readonly string[], env: RelayEnv = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [COMMAND, ...args], { env: { ...env } }, (error, stdout, stderr) => {
      if (error) reject(new Error(`exit ${error.code}: ${stdout}${stderr}`))
      else resolve(stdout)
    })
  })
