// The script builds each application of examples/ from the packed package, as a new user would, and uses it in
// Chromium. It gets the frameworks from the registry. Names as arguments choose some; with `--measure` each application
// is built again without the package, and docs/guide/stacks.md gets a row.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { startVendor } from '../testing/http/vendor.ts'
import { type Application, createApplication, type Package, ROOT } from './examples/application.ts'
import { secondsOf, until } from './examples/clock.ts'
import { emptyPackage } from './examples/empty-package.ts'
import { pathWithNode } from './examples/node.ts'
import { listenToScripts } from './examples/script-bytes.ts'
import { STACKS, type Stack } from './examples/stacks.ts'
import { type Measured, rowOf, writeRow } from './examples/stacks-page.ts'
import { expectVisit, shop } from './examples/visit.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { measure: { type: 'boolean', default: false } },
})

/** Visits the application; returns how long its first event took, and the bytes of its scripts. */
const visit = async (
  application: Application,
  stack: Stack,
  klaviyo?: ReturnType<typeof createKlaviyoEmulator>,
) => {
  const { address, stop } = await application.serve()
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    page.on('console', (message) => console.error(`${stack.name}: ${message.text()}`))
    const bytesOf = listenToScripts(page)
    const startedAt = Date.now()
    await page.goto(address)
    if (klaviyo) await until('the first event', () => klaviyo.events().length > 0)
    await shop(page, stack)
    if (klaviyo) await expectVisit(klaviyo, stack)
    if (errors.length > 0) throw new Error(`${stack.name}: ${errors}`)
    return { firstEventMs: (klaviyo?.events()[0]?.receivedAtMs ?? 0) - startedAt, bytes: await bytesOf() }
  } finally {
    await browser.close()
    stop()
  }
}

const tryStack = async (stack: Stack, its: Package): Promise<Measured> => {
  const klaviyo = createKlaviyoEmulator({})
  const vendor = await startVendor(klaviyo)
  const application = createApplication(stack, its, vendor.origin)
  try {
    const install = await application.install()
    const versions = application.versions()
    if (stack.kind === 'tests') {
      const test = await application.test()
      const seconds = { install, build: undefined, visit: test }
      return { versions, seconds, addedBytes: undefined, firstEventMs: undefined }
    }
    const build = await application.build()
    let firstEventMs = 0
    let bytes = 0
    const visited = await secondsOf(async () => {
      ;({ firstEventMs, bytes } = await visit(application, stack, klaviyo))
    })
    let addedBytes: number | undefined
    if (values.measure) {
      emptyPackage(application.folder)
      await application.build()
      addedBytes = bytes - (await visit(application, stack)).bytes
    }
    return { versions, seconds: { install, build, visit: visited }, addedBytes, firstEventMs }
  } finally {
    await vendor.close()
    application.remove()
  }
}

const place = mkdtempSync(join(tmpdir(), 'sendoff-packed-'))
const told = execFileSync('npm', ['pack', '--json', '--pack-destination', place], {
  cwd: ROOT,
  encoding: 'utf8',
})
const [{ filename, version }] = JSON.parse(told)
const path = pathWithNode(join(place, 'node'))
const node = execFileSync('node', ['--version'], {
  env: { ...process.env, PATH: path },
  encoding: 'utf8',
}).trim()
const run = `${new Date().toISOString().slice(0, 10)}, sendoff ${version}, Node ${node.slice(1)}`
const unknown = positionals.filter((name) => !STACKS.some((stack) => stack.name === name))
if (unknown.length > 0)
  throw new Error(`no example is called ${unknown}; expected ${STACKS.map(({ name }) => name)}`)
const failed: string[] = []
for (const stack of STACKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)))
  try {
    const row = rowOf(stack.name, await tryStack(stack, { tarball: join(place, filename), path }), run)
    console.log(row)
    if (values.measure) writeRow(ROOT, stack.name, row)
  } catch (error) {
    failed.push(stack.name)
    console.error(`${stack.name} has failed:`, error)
  }
rmSync(place, { recursive: true, force: true })
if (failed.length > 0) throw new Error(`these have failed: ${failed}`)
