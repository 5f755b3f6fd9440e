import { execFileSync } from 'node:child_process'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, describe, expect, test } from 'vitest'
import { pack } from './packed.ts'

const { tarball, project, remove } = pack()

afterAll(remove)

/**
 * The package has modules only: what asks with `require`, or without knowing `exports`, is not what it is for. That
 * `require` finds a module is no fault from Node 20.19 on, which loads it.
 */
const ESM_ONLY = ['node10', 'node16-cjs']

const entries = [
  'sendoff',
  'sendoff/bloomreach',
  'sendoff/crowdpower',
  'sendoff/full',
  'sendoff/helpcrunch',
  'sendoff/http',
  'sendoff/klaviyo',
  'sendoff/rejected',
  'sendoff/relay',
  'sendoff/relay/redis',
  'sendoff/yotpo',
]

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
    const analysis = await checkPackage(createPackageFromTarballData(tarball))
    if (!analysis.types) throw new Error('the package has no types')
    const modules = Object.keys(analysis.entrypoints).filter((entry) => !entry.includes('*'))
    expect(
      modules.map((entry) => entry.replace('.', 'sendoff')).filter((entry) => !/json$/.test(entry)),
    ).toEqual(expect.arrayContaining(entries))
    const problems = analysis.problems.filter(
      (problem) => !('resolutionKind' in problem && ESM_ONLY.includes(problem.resolutionKind)),
    )
    expect(problems).toEqual([])
  })

  test.each(entries)('can be imported as it was packed: %s', (entry) => {
    expect(inProject(`console.log(Object.keys(await import('${entry}')).length > 0)`)).toBe('true\n')
  })

  test('keeps its inside to itself', () => {
    const told = inProject(`
      const tried = await Promise.allSettled(
        ['dist/esm/client.js', 'dist/relay/index.js', 'src/index.ts'].map((path) => import('sendoff/' + path)))
      console.log(tried.map(({ reason }) => reason?.code).join())`)
    expect(told.trim().split(',')).toEqual(Array(3).fill('ERR_PACKAGE_PATH_NOT_EXPORTED'))
  })
})
