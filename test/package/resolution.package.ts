import { execFileSync } from 'node:child_process'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, describe, expect, test } from 'vitest'
import { VENDORS } from '../../scripts/script-files.mjs'
import { pack } from './packed.ts'

/** Of the pattern, attw would look at nothing: it gets each vendor by its name. */
const byName = VENDORS.map((vendor) => `./${vendor}`)

const { tarball, project, remove } = pack(['react', 'vue', '@vue'])

afterAll(remove)

/**
 * Who does not know `exports` finds the main entry alone; the relay, which runs on servers, has modules only. That `require`
 * finds a module is no fault from Node 20.19 on, which loads it.
 */
const isKnown = ({ resolutionKind, entrypoint }: { resolutionKind: string; entrypoint: string }): boolean =>
  resolutionKind === 'node10'
    ? entrypoint !== '.'
    : resolutionKind === 'node16-cjs' && /^\.\/(relay|globals)/.test(entrypoint)

const entries = [
  'sendoff',
  ...VENDORS.map((vendor) => `sendoff/${vendor}`),
  'sendoff/full',
  'sendoff/react',
  'sendoff/rejected',
  'sendoff/relay',
  'sendoff/relay/redis',
  'sendoff/vue',
]

/** What has types alone, and what needs a framework that is too large to be here. */
const typedOnly = ['sendoff/globals', 'sendoff/next']

const inProject = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: project, encoding: 'utf8' })

describe('the published package', () => {
  test('has nothing that publint would change', async () => {
    const { messages, pkg } = await publint({
      pack: { tarball: tarball.buffer },
      level: 'suggestion',
      strict: true,
    })
    expect(messages.map((message) => formatMessage(message, pkg ?? {}, { color: false }))).toEqual([])
  })

  test('has types that are right for every way to find a module', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball), { includeEntrypoints: byName })
    if (!analysis.types) throw new Error('the package has no types')
    const modules = Object.keys(analysis.entrypoints).filter((entry) => !entry.includes('*'))
    expect(
      modules.map((entry) => entry.replace('.', 'sendoff')).filter((entry) => !/json$/.test(entry)),
    ).toEqual(expect.arrayContaining([...entries, ...typedOnly]))
    const problems = analysis.problems.filter((problem) => !('resolutionKind' in problem && isKnown(problem)))
    expect(problems).toEqual([])
  })

  test.each(entries)('can be imported as it was packed: %s', (entry) => {
    expect(inProject(`console.log(Object.keys(await import('${entry}')).length > 0)`)).toBe('true\n')
  })

  test.each(entries.filter((entry) => !entry.startsWith('sendoff/relay')))(
    'can be required from CommonJS, with the names that the module has: %s',
    (entry) => {
      const told = inProject(`
        import { createRequire } from 'node:module'
        const required = createRequire(process.cwd() + '/page.js')('${entry}')
        const imported = await import('${entry}')
        console.log(required === imported, Object.keys(required).sort().join() === Object.keys(imported).join())`)
      expect(told).toBe('false true\n')
    },
  )

  test('keeps its inside to itself', () => {
    const told = inProject(`
      const tried = await Promise.allSettled(
        ['dist/esm/client.js', 'dist/cjs/client.js', 'dist/relay/index.js', 'src/index.ts'].map((path) => import('sendoff/' + path)))
      console.log(tried.map(({ reason }) => reason?.code).join())`)
    const refused = 'ERR_PACKAGE_PATH_NOT_EXPORTED'
    // The last might be a vendor's name, of which there is none.
    expect(told.trim().split(',')).toEqual([refused, refused, refused, 'ERR_MODULE_NOT_FOUND'])
  })
})
