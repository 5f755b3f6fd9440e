import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { arrivals } from '../../demo/arrivals.ts'

export interface DemoServer {
  readonly origin: string
  readonly vendorOrigin: string
  /** Returns what the page "What arrived" shows. */
  arrived(): Promise<ReturnType<typeof arrivals>>
  close(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer()
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  )
  server.listen(port, '127.0.0.1')
  const free = await listening
  if (free) await new Promise((resolve) => server.close(resolve))
  return free
}

/** Finds two free ports in a row: the shop uses the first, its vendor the second. */
const freePortPair = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
  }
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null ? once(child, 'exit') : Promise.resolve()

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (text) => `${text}`.includes('sendoff demo') && resolve())
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code} before it had started`)))
  })

/** Runs the server of `npm start` as a process of its own. */
export const startDemo = async (): Promise<DemoServer> => {
  const port = await freePortPair()
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await started(child)
  const origin = `http://localhost:${port}`
  return {
    origin,
    vendorOrigin: `http://localhost:${port + 1}`,
    async arrived() {
      const response = await fetch(`${origin}/arrived.json`)
      return (await response.json()) as ReturnType<typeof arrivals>
    },
    async close() {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}
