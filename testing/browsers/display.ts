import { type ChildProcess, spawn } from 'node:child_process'

export interface Display {
  /** The display's name, for the environment variable `DISPLAY`. */
  readonly name: string
  close(): void
}

/** Starts an X server without a screen; it chooses a free number. */
export const startDisplay = async (): Promise<Display> => {
  const server: ChildProcess = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once('data', (text) => resolve(`${text}`.trim()))
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had started`)))
  })
  return { name: `:${number}`, close: () => void server.kill() }
}
