// Builds each application of examples/ from the packed package, as a new user would, and uses it in Chromium. Needs the
// registry: so it is no part of `npm test`. Names of examples as arguments choose some.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { startVendor } from '../testing/http/vendor.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** An application that does not answer, or an event that does not come, is late. */
const LATE_MS = 30_000

/** What a visit to the product and back, twice, is: each view once, whatever the framework does to its components. */
const EXPECTED = [
  'Added to Cart A-1',
  'Viewed Page /',
  'Viewed Page /',
  'Viewed Page /product/A-1',
  'Viewed Page /product/A-1',
  'Viewed Product A-1',
  'Viewed Product A-1',
]

/** Views with the title of another page: where pages have titles, that of the first is `Home`. */
const mistakenTitles = (views: readonly Readonly<Record<string, unknown>>[]): readonly string[] =>
  views.some(({ title }) => title === 'Home')
    ? views
        .filter(({ path, title }) => path && (path === '/') !== (title === 'Home'))
        .map(({ path, title }) => `${path} is "${title}"`)
    : []

const secondsOf = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return Math.round((performance.now() - startedAt) / 100) / 10
}

const until = async (what: string, isSo: () => unknown): Promise<void> => {
  for (const lastMs = Date.now() + LATE_MS; !(await isSo()); await sleep(50))
    if (Date.now() > lastMs) throw new Error(`late: ${what}`)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })

const shop = async (page: Page): Promise<void> => {
  await page.click('text=Tea')
  await page.click('text=Add to cart')
  await page.click('text=Home')
  await page.click('text=Tea')
  await page.waitForSelector('text=Add to cart')
}

/** Prints one row of the table: the example, seconds to install, to build, and to the first event. */
const testExample = async (name: string, tarball: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), `sendoff-${name}-`))
  cpSync(join(ROOT, 'examples', name), folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  manifest.dependencies.sendoff = `file:${tarball}`
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))

  const klaviyo = createKlaviyoEmulator({})
  const vendor = await startVendor(klaviyo)
  const settings = { KLAVIYO_KEY: 'AbC123', KLAVIYO_ENDPOINT: vendor.origin }
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } as Record<string, string>
  for (const [key, value] of Object.entries(settings))
    for (const prefix of ['NEXT_PUBLIC_', 'VITE_']) env[prefix + key] = value
  const npm = (...args: readonly string[]) =>
    execFileSync('npm', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const installed = await secondsOf(() => npm('install', '--no-audit', '--no-fund', '--loglevel=error'))
  const built = await secondsOf(() => npm('run', 'build'))

  const port = await freePort()
  const server = spawn('npm', ['run', 'start', '--', '--port', `${port}`], {
    cwd: folder,
    env,
    detached: true,
  })
  const browser = await chromium.launch(launchOptions)
  try {
    const address = `http://127.0.0.1:${port}/`
    await until(`${name} answers`, () =>
      fetch(address).then(
        ({ ok }) => ok,
        () => false,
      ),
    )
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => console.error(`${name}: ${message.text()}`))
    const first = await secondsOf(async () => {
      await page.goto(address)
      await until('the first event', () => klaviyo.events().length > 0)
    })
    await shop(page)
    const found = () =>
      klaviyo.events().map(({ metric, properties: { sku, path } }) => `${metric} ${sku ?? path}`)
    await until(`${name}: all events`, () => found().length >= EXPECTED.length)
    await sleep(2_000)
    if (`${found().sort()}` !== `${EXPECTED}`) throw new Error(`${name} has tracked ${found().sort()}`)
    const mistaken = mistakenTitles(klaviyo.events().map(({ properties }) => properties))
    if (mistaken.length > 0) throw new Error(`${name}: titles of other pages: ${mistaken}`)
    if (errors.length > 0) throw new Error(`${name}: ${errors}`)
    console.log(`| ${name} | ${installed} s | ${built} s | ${first} s |`)
  } finally {
    await browser.close()
    if (server.pid) process.kill(-server.pid)
    await vendor.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const place = mkdtempSync(join(tmpdir(), 'sendoff-packed-'))
const told = execFileSync('npm', ['pack', '--json', '--pack-destination', place], {
  cwd: ROOT,
  encoding: 'utf8',
})
const [{ filename }] = JSON.parse(told)
const chosen = process.argv.slice(2)
console.log('| example | install | build | first event |\n| --- | ---: | ---: | ---: |')
for (const name of chosen[0] ? chosen : readdirSync(join(ROOT, 'examples')))
  await testExample(name, join(place, filename))
rmSync(place, { recursive: true, force: true })
