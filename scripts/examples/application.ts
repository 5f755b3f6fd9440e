import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { secondsOf, until } from './clock.ts'
import type { Stack } from './stacks.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const KEY = "companyId: 'AbC123'"

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )

/** Changes the example's vendor into an emulator. @throws {Error} where the example sends to no vendor. */
const speakTo = (endpoint: string, folder: string): void => {
  const guilty = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile() && readFileSync(path, 'utf8').includes(KEY))
  if (guilty.length !== 1) throw new Error(`expected one file with ${KEY}, found ${guilty.length}`)
  for (const path of guilty)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(KEY, () => `${KEY}, endpoint: '${endpoint}'`),
    )
}

export interface Package {
  readonly tarball: string
  /** The PATH with a Node that is new enough. */
  readonly path: string
}

/** Copies an example, and installs the packed package from the tarball, as a new user would. */
export const createApplication = (
  { name, folder: example = name, env: own, packages, kind }: Stack,
  { tarball, path }: Package,
  endpoint: string,
) => {
  const folder = mkdtempSync(join(tmpdir(), `sendoff-${name}-`))
  cpSync(join(ROOT, 'examples', example), folder, { recursive: true })
  const place = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(place, 'utf8'))
  manifest.dependencies.sendoff = `file:${tarball}`
  writeFileSync(place, JSON.stringify(manifest))
  if (kind !== 'tests') speakTo(endpoint, folder)

  const quiet = { NEXT_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' }
  const env = { ...process.env, ...quiet, NG_CLI_ANALYTICS: 'false', PATH: path, ...own }
  const run = (...args: readonly string[]) =>
    execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const versionOf = (its: string): string =>
    JSON.parse(readFileSync(join(folder, 'node_modules', its, 'package.json'), 'utf8')).version

  return {
    folder,
    install: () => secondsOf(() => run('install', '--no-audit', '--no-fund', '--loglevel=error')),
    build: () => secondsOf(() => 'build' in manifest.scripts && run('run', 'build')),
    test: () => secondsOf(() => run('test')),
    versions: (): string => packages.map((its) => `${its} ${versionOf(its)}`).join(', '),
    /** Serves what was built; `stop` ends it. */
    async serve(): Promise<{ address: string; stop: () => void }> {
      const port = `${await freePort()}`
      const server = spawn('npm', ['run', 'start', '--', '--port', port], {
        cwd: folder,
        env: { ...env, PORT: port, HOST: '127.0.0.1' },
        detached: true,
        stdio: 'ignore',
      })
      const stop = () => {
        if (server.pid) process.kill(-server.pid)
      }
      const address = `http://127.0.0.1:${port}/`
      try {
        await until(`${name} answers`, () => answers(address))
      } catch (error) {
        stop()
        throw error
      }
      return { address, stop }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Application = ReturnType<typeof createApplication>
