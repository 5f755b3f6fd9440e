import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { WordPressPrograms } from '../../scripts/wordpress-programs.mjs'

/** It ends what hangs. A quiet machine needs five seconds. */
const LATE_MS = 120_000

export interface Database {
  /** The socket by which it is reached; it listens on no port. */
  readonly socket: string
  close(): Promise<void>
}

// The server refuses to run as root unless it is told to.
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []

/** A MariaDB of its own, in a folder of its own, with an empty database of this name. */
export const startDatabase = async (
  { server = '', install = '', client = '' }: WordPressPrograms,
  folder: string,
  name: string,
): Promise<Database> => {
  const data = `--datadir=${join(folder, 'data')}`
  const socket = join(folder, 'database.sock')
  execFileSync(
    install,
    ['--no-defaults', data, ...asRoot, '--skip-test-db', '--auth-root-authentication-method=normal'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const running = spawn(
    server,
    [
      '--no-defaults',
      data,
      ...asRoot,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let told = ''
  running.stderr.on('data', (text) => {
    told += text
  })
  const close = async () => {
    if (running.exitCode !== null) return
    running.kill()
    await once(running, 'exit')
  }
  const ask = (statement: string): boolean => {
    try {
      execFileSync(client, ['--no-defaults', `--socket=${socket}`, '--user=root', '-e', statement], {
        stdio: 'ignore',
      })
      return true
    } catch {
      // It does not listen yet.
      return false
    }
  }
  const lastMs = Date.now() + LATE_MS
  while (!existsSync(socket) || !ask(`CREATE DATABASE IF NOT EXISTS ${name}`)) {
    if (running.exitCode !== null || Date.now() > lastMs) {
      await close()
      throw new Error(`The database does not start:\n${told}`)
    }
    await sleep(100)
  }
  return { socket, close }
}
