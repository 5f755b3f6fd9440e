import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as desks from '../../demo/desks.ts'
import type * as doors from '../../demo/vendor-door.ts'
import { ROOT } from '../sources.ts'
import { TOY } from './toy-vendor.ts'
import { GUILTY, visit } from './visit.ts'

const SHOP = 'https://shop.test'
const copy = mkdtempSync(join(tmpdir(), 'sendoff-toy-'))
const inCopy = (path: string) => join(copy, path)
const run = async (...args: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, args, { cwd: copy })).stdout

const write = (path: string, text: string): void => {
  mkdirSync(dirname(inCopy(path)), { recursive: true })
  writeFileSync(inCopy(path), text)
}

/** Builds what a page loads of it, with the copy's own scripts. */
const BUILD = `
  import { writeFileSync } from 'node:fs'
  import { bundle } from './scripts/bundle.mjs'
  import { SCRIPT_FILES } from './scripts/script-files.mjs'
  for (const name of ['stub.js', 'sendoff.toy.js', 'sendoff.rejected.js'])
    writeFileSync('built/' + name, (await bundle(SCRIPT_FILES[name].entry)).code)`

/** The compiler's settings for the package, over all of the folder. */
const COMPILE = {
  extends: './tsconfig.build.json',
  compilerOptions: { rootDir: '.', outDir: 'built/modules', types: ['node'] },
  include: ['src/vendors/toy', 'src/vendors/listed/adoptions.ts'],
  exclude: [],
}

/** Side by side: each takes some seconds of a processor. */
let compiled: Promise<string>
let built: Promise<string>

/** The project without what no vendor needs, and one folder more. */
beforeAll(async () => {
  for (const path of [
    'src',
    'scripts',
    'demo',
    'testing',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    cpSync(join(ROOT, path), inCopy(path), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), inCopy('node_modules'))
  for (const [path, text] of Object.entries(TOY)) write(`src/vendors/toy/${path}`, text)
  mkdirSync(inCopy('built'))
  write('tsconfig.toy.json', JSON.stringify(COMPILE))
  await run('scripts/vendors.mjs')
  compiled = run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.toy.json')
  built = run('--input-type=module', '-e', BUILD)
  await Promise.allSettled([compiled, built])
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('a vendor that is a folder and nothing else compiles, and its module and its adoption are found', async () => {
  await compiled
  expect(readFileSync(inCopy('built/modules/src/vendors/toy/destination.d.ts'), 'utf8')).toContain('toy: ')
  expect(readFileSync(inCopy('src/vendors/listed/adoptions.ts'), 'utf8')).toContain('adoption as toy')
  const named = await run(
    '--input-type=module',
    '-e',
    `import { exportsOf } from './scripts/vendors.mjs'
     import { readFileSync } from 'node:fs'
     console.log(exportsOf(JSON.parse(readFileSync('package.json', 'utf8')))['./toy'].import.default)`,
  )
  expect(named.trim()).toBe('./dist/esm/vendors/toy/destination.js')
})

test('its script is built, and delivers to its desk in the demo', async () => {
  await built
  const [stub, script, rejected] = ['stub.js', 'sendoff.toy.js', 'sendoff.rejected.js'].map((name) =>
    readFileSync(inCopy(`built/${name}`), 'utf8'),
  ) as [string, string, string]
  const { attributesOf, createDesks, deskOf }: typeof desks = await import(inCopy('demo/desks.ts'))
  const { createVendorDoor }: typeof doors = await import(inCopy('demo/vendor-door.ts'))
  const its = createDesks((properties) => (properties && 'refuse' in properties ? GUILTY.refuse : undefined))
  const toy = deskOf(its, 'toy')
  const page = { url: `${SHOP}/`, nowMs: Date.now(), answer: createVendorDoor(its, [SHOP]).handle }

  const { letters } = await visit({ stub, script, rejected, attributes: attributesOf(toy, SHOP) }, page)
  expect(toy.events().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Came Early', 'Viewed Product', 'Looked Back']),
  )
  expect(letters).toHaveLength(1)
})
