import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attributesOf, createDesks } from '../../demo/desks.ts'
import { createVendorDoor } from '../../demo/vendor-door.ts'
import { SCRIPT_FILES, SHARED_VENDORS, VENDORS } from '../../scripts/script-files.mjs'
import { filesBelow, ROOT } from '../sources.ts'
import { literalsIn } from './literals.ts'
import { GUILTY, visit } from './visit.ts'

const SHOP = 'https://shop.test'
/** What only the full script knows: nothing happens before the visitor agrees. */
const FULL = { 'data-consent': 'required', 'data-pageviews': '' }
const COLLECTOR = { 'data-url': '/collect', 'data-write-key': 'demo' }
/** The emulators' clocks are real. */
const nowMs = Date.now()

const built = mkdtempSync(join(tmpdir(), 'sendoff-dist-'))
const contentOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

beforeAll(() => promisify(execFile)(process.execPath, [join(ROOT, 'scripts/build.mjs'), built]), 600_000)
afterAll(() => rmSync(built, { recursive: true, force: true }))

test('the committed dist/ is exactly what the sources build', () => {
  const committed = join(ROOT, 'dist')
  const [before, after] = [new Set(filesBelow(committed)), new Set(filesBelow(built))]
  const differing = [...new Set([...before, ...after])].flatMap((file) => {
    if (!before.has(file)) return [`missing: dist/${file}`]
    if (!after.has(file)) return [`not built any more: dist/${file}`]
    return contentOf(committed, file) === contentOf(built, file) ? [] : [`differs: dist/${file}`]
  })
  expect(differing, 'npm run build, and commit dist/').toEqual([])
})

test.each(Object.keys(SCRIPT_FILES))('the map beside %s leads to the sources', (name) => {
  const literals = literalsIn(contentOf(built, name), contentOf(built, `${name}.map`), join(ROOT, 'dist'))
  expect(literals.length).toBeGreaterThan(0)
  // The minifier puts some together: of these the map knows where one half is.
  const strays = literals.filter(({ isFound }) => !isFound)
  expect(strays.length).toBeLessThanOrEqual(literals.length / 5)
})

/** A script as its sources have it: every name as it was written. */
const plain = async (name: string): Promise<string> => {
  const entry = join(ROOT, 'src', `${SCRIPT_FILES[name]?.entry}`)
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' })
  return outputFiles[0]?.text ?? ''
}

const minified = async (name: string): Promise<string> => contentOf(built, name)

/** A collector of the site's own, which takes everything but the guilty. */
const collect = async (request: Request): Promise<Response> => {
  const { events } = (await request.json()) as {
    readonly events: readonly { readonly id: string; readonly properties: object }[]
  }
  const outcomes = events.map(({ id, properties }) =>
    'refuse' in properties ? { id, type: 'dropped', reason: 'refused' } : { id, type: 'delivered' },
  )
  return Response.json({ outcomes })
}

/** A visit, and what the vendor has got of it. */
const visited = async (name: string, vendor: string, of: (name: string) => Promise<string>) => {
  const desks = createDesks((properties) =>
    properties && 'refuse' in properties ? GUILTY.refuse : undefined,
  )
  const door = createVendorDoor(desks, [SHOP])
  const desk = desks[vendor]
  const attributes = {
    ...(desk ? attributesOf(desk, SHOP) : COLLECTOR),
    ...(name === 'sendoff.full.js' && FULL),
    'data-destination': vendor,
  }
  const [stub, script, rejected] = await Promise.all(['stub.js', name, 'sendoff.rejected.js'].map(of))
  const files = { stub: stub as string, script: script as string, rejected: rejected as string }
  const page = {
    url: `${SHOP}/shoes?utm_source=mail`,
    nowMs,
    answer: (request: Request) =>
      new URL(request.url).pathname === '/collect' ? collect(request) : door.handle(request),
  }
  return { seen: await visit({ ...files, attributes }, page), arrivals: desk?.events() }
}

const cases = VENDORS.flatMap((vendor) =>
  [`sendoff.${vendor}.js`, ...(SHARED_VENDORS.includes(vendor) ? ['sendoff.js', 'sendoff.full.js'] : [])].map(
    (name) => ({ name, vendor }),
  ),
)

describe.each(cases)('$name, at $vendor', ({ name, vendor }) => {
  test('stores, sends and tells the same as its sources do', { timeout: 300_000 }, async () => {
    const { seen, arrivals } = await visited(name, vendor, minified)
    expect(seen).toEqual((await visited(name, vendor, plain)).seen)
    expect(seen.requests.length).toBeGreaterThan(1)
    // Some vendors know names in snake case only.
    const names = (arrivals ?? [{ name: 'viewed product' }]).map(({ name }) =>
      name.toLowerCase().replace(/_/g, ' '),
    )
    expect(names).toContain('viewed product')
    // HelpCrunch's refusals would tell a page who is a customer: the relay keeps them to itself.
    expect(seen.letters).toHaveLength(vendor === 'helpcrunch' ? 0 : 1)
  })
})
