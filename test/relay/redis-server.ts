import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient } from '@redis/client'

const isInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0

/** Why there is no Redis to test with; nothing when there is, if need be by installing it. */
export const whyNoRedis = (): string | undefined => {
  if (isInstalled()) return undefined
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return 'redis-server is not installed, and only root on Debian or Ubuntu can install it here'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'redis-server']])
    spawnSync('apt-get', args, { env, stdio: 'ignore' })
  return isInstalled() ? undefined : 'apt-get could not install redis-server'
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export interface RedisServer {
  readonly url: string
  signal(signal: NodeJS.Signals): void
  /** As if the process had crashed. */
  kill(): Promise<void>
  /** Killed, and started again with what is on its disk. */
  restart(): Promise<void>
}

const READY_TRIES = 100

const whenReady = async (url: string): Promise<void> => {
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    const client = createClient({ url, socket: { reconnectStrategy: false } })
    client.on('error', () => 'not there yet: tried again below')
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    if (isReady) {
      // It may still be loading what it had.
      const answer = await client.ping().catch(() => 'loading')
      client.destroy()
      if (answer === 'PONG') return
    }
    await sleep(50)
  }
}

/** A real Redis on 127.0.0.1. It keeps nothing on disk, unless it is given options to. */
export const startRedis = async (more: readonly string[] = ['--appendonly', 'no']): Promise<RedisServer> => {
  const port = await freePort()
  const options = ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', ...more]
  const url = `redis://127.0.0.1:${port}`
  const start = () => {
    const child = spawn('redis-server', options, { stdio: 'ignore' })
    return { child, ended: new Promise<void>((resolve) => child.once('exit', () => resolve())) }
  }
  let running = start()
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL')
    await running.ended
  }
  await whenReady(url)
  return {
    url,
    signal: (signal) => void running.child.kill(signal),
    kill,
    async restart() {
      await kill()
      running = start()
      await whenReady(url)
    },
  }
}

/** The version, for the report of a run. */
export const redisVersion = (): string => execFileSync('redis-server', ['--version']).toString().trim()
