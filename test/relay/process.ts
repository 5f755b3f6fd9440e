import { spawn } from 'node:child_process'
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

export interface RelayProcess extends RunningRelay {
  /** All that it has printed. */
  output(): string
}

/** Starts the command as a process of its own; the port is in the line that it prints. */
export const startProcess = (env: RelayEnv): Promise<RelayProcess> => {
  const child = spawn(process.execPath, [COMMAND], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  return new Promise((resolve, reject) => {
    const note = (chunk: Buffer): void => {
      output += chunk
      const address = /listening on (\S+)/.exec(output)?.[1]
      if (!address) return
      resolve({
        output: () => output,
        send: (init) => fetch(`${address}/sendoff`, { method: 'POST', ...init }),
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      })
    }
    child.stdout.on('data', note)
    child.stderr.on('data', note)
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${output}`)))
  })
}
