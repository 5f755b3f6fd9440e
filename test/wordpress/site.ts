import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { copyWordPressPlugin } from '../../scripts/wordpress-plugin.mjs'
import { findWordPress } from '../../scripts/wordpress-programs.mjs'
import { startDatabase } from './database.ts'

/** It ends what hangs. */
const LATE_MS = 120_000
/** As many requests at once as a browser makes. */
const WORKERS = '6'

export interface WordPress {
  readonly origin: string
  /** Where the plugin is served. */
  readonly plugin: string
  /** What PHP code, run in WordPress, has returned. */
  run(code: string): unknown
  /** What PHP has complained of that concerns the plugin. */
  problems(): readonly string[]
  close(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

/** A WordPress with the plugin, a database of its own and nothing that lasts; `vendorOrigin` is where the plugin sends. */
export const startWordPress = async (vendorOrigin: string): Promise<WordPress> => {
  const programs = findWordPress()
  const { wordpress, php } = programs
  if (!wordpress || !php)
    throw new Error('No WordPress or PHP: node scripts/wordpress-programs.mjs says what is missing')
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-wordpress-'))
  const site = join(folder, 'site')
  // Debian's has links into other packages, and PHP resolves links: so it is copied as what they lead to.
  cpSync(wordpress, site, { recursive: true, dereference: true })
  copyWordPressPlugin(join(site, 'wp-content/plugins/sendoff'))
  mkdirSync(join(site, 'wp-content/mu-plugins'))
  const ours = join(import.meta.dirname, 'php')
  cpSync(join(ours, 'wp-config.php'), join(site, 'wp-config.php'))
  cpSync(join(ours, 'around-the-plugin.php'), join(site, 'wp-content/mu-plugins/around-the-plugin.php'))

  const database = await startDatabase(programs, folder, 'wordpress')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    PHP_CLI_SERVER_WORKERS: WORKERS,
    SENDOFF_DATABASE: database.socket,
    SENDOFF_ORIGIN: origin,
    SENDOFF_VENDOR: vendorOrigin,
    SENDOFF_SITE: site,
  }
  const runFile = (name: string, input = ''): string =>
    execFileSync(php, ['-d', 'display_errors=0', join(ours, name)], { env, input, encoding: 'utf8' })
  runFile('install.php')

  // A process group of its own: PHP's workers do not end with the first of them.
  const server = spawn(php, ['-S', `127.0.0.1:${port}`, '-t', site], { env, stdio: 'ignore', detached: true })
  const close = async () => {
    if (server.pid && server.exitCode === null) {
      process.kill(-server.pid)
      await once(server, 'exit')
    }
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const lastMs = Date.now() + LATE_MS; ; await sleep(100)) {
    const isThere = await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isThere) break
    if (Date.now() > lastMs) {
      await close()
      throw new Error(`WordPress does not answer at ${origin}`)
    }
  }
  return {
    origin,
    plugin: `${origin}/wp-content/plugins/sendoff`,
    run: (code) => JSON.parse(runFile('run.php', code)),
    problems: () => {
      const log = join(site, 'problems.log')
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
      return lines.filter((line) => line.includes('plugins/sendoff/'))
    },
    close,
  }
}
