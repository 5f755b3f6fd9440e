import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { VENDOR_LIST } from '../../scripts/vendors.mjs'
import { ROOT } from '../sources.ts'

/** What each vendor's code cannot do without: its address, or its field's name. */
const MARKS = Object.fromEntries(
  VENDOR_LIST.filter(({ words }) => words[0]).map(({ name, origin }) => [
    name,
    origin
      ? new RegExp(origin.slice('https://'.length).replaceAll('.', '\\.'))
      : new RegExp(`["'\`]${name}["'\`]`),
  ]),
)
const vendors = Object.keys(MARKS)

const bundle = async (contents: string): Promise<{ code: string; inputs: readonly string[] }> => {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    // It warns of imports that leave nothing: that is what is tested.
    logLevel: 'error',
    absWorkingDir: ROOT,
  })
  return { code: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) }
}

describe.each(vendors)('a page that imports %s alone', (vendor) => {
  test('gets nothing of the others, and nothing of servers', async () => {
    const { code } = await bundle(
      `import { createTracker } from 'sendoff'
       import { ${vendor} } from 'sendoff/${vendor}'
       console.log(createTracker, ${vendor})`,
    )
    expect(code).toMatch(MARKS[vendor] as RegExp)
    expect(vendors.filter((other) => other !== vendor && MARKS[other]?.test(code))).toEqual([])
    expect(code).not.toMatch(/redis|createRelay/i)
  })
})

test('an import whose names are not used leaves nothing in the bundle', async () => {
  const unused = [
    'sendoff',
    ...vendors.map((vendor) => `sendoff/${vendor}`),
    'sendoff/rejected',
    'sendoff/full',
    'sendoff/relay',
  ]
  const { code } = await bundle(unused.map((name) => `import '${name}'`).join('\n'))
  expect(code.trim()).toBe('')
})

test('a script of dist/ is kept although no name of it is used', async () => {
  const { code } = await bundle("import 'sendoff/dist/stub.js'")
  expect(code).toContain('identify reset flush')
})

test('the relay comes without Redis and without the code of browsers', async () => {
  const { code, inputs } = await bundle("import { createRelay } from 'sendoff/relay'\ncreateRelay({})")
  expect(inputs.filter((path) => path.startsWith('dist/')).sort()).toEqual(['dist/relay/index.js'])
  expect(code).not.toMatch(/indexedDB|node:/)
})

test('a page that takes the bare tracker gets nothing of the full one', async () => {
  const { inputs } = await bundle("import { createTracker } from 'sendoff'\nconsole.log(createTracker)")
  expect(inputs.length).toBeGreaterThan(5)
  expect(inputs.filter((path) => path.includes('/full/'))).toEqual([])
})
