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
  /** As if the machine had lost its power. */
  kill(): Promise<void>
}

const READY_TRIES = 100

/** A real Redis on 127.0.0.1 that keeps nothing on disk. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort()
  const options = ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', '--appendonly', 'no']
  const child = spawn('redis-server', options, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `redis://127.0.0.1:${port}`
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    const client = createClient({ url, socket: { reconnectStrategy: false } })
    client.on('error', () => 'not there yet: tried again below')
    const isReady = await client.connect().then(
      () => true,
      () => false,
    )
    if (isReady) {
      client.destroy()
      break
    }
    await sleep(50)
  }
  return {
    url,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The version, for the report of a run. */
export const redisVersion = (): string => execFileSync('redis-server', ['--version']).toString().trim()
