import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter'
import { described, ENGINES, findBrowser } from '../../scripts/browsers.mjs'
import { resultsIn, resultsTable, type SpecResult } from './results-table.ts'

const SPECS = fileURLToPath(new URL('../../e2e', import.meta.url))
const TABLE = fileURLToPath(new URL('../../e2e/results.md', import.meta.url))

const reasonOf = (test: TestCase, type: string): string =>
  test.annotations.find((annotation) => annotation.type === type)?.description ?? 'no reason given'

/** Returns the text of a cell of the table. */
const verdictOf = (test: TestCase): string => {
  switch (test.outcome()) {
    case 'skipped':
      return `skipped: ${reasonOf(test, 'skip')}`
    case 'unexpected':
      return 'FAILED'
    case 'flaky':
      return 'flaky'
    case 'expected':
      return test.expectedStatus === 'failed' ? `known to fail: ${reasonOf(test, 'fail')}` : 'passed'
  }
}

/** Returns the number of generated calls that harmed no page. */
const generatedIn = (test: TestCase): number =>
  test.outcome() === 'expected'
    ? Number(test.annotations.find(({ type }) => type === 'generated')?.description ?? 0)
    : 0

const resultOf = (test: TestCase): SpecResult => {
  const [, engine = '', , ...titles] = test.titlePath()
  const file = relative(SPECS, test.location.file).replaceAll('\\', '/')
  return { file, title: titles.join(': '), engine, verdict: verdictOf(test) }
}

const specFiles = (): readonly string[] =>
  readdirSync(SPECS, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.spec.ts'))

/** Prints at the end which engines ran and which tests were skipped; writes `e2e/results.md`. */
const createResultsReporter = (): Reporter => {
  let root: Suite | undefined
  let projects: readonly string[] = []
  return {
    onBegin(config: FullConfig, suite: Suite) {
      root = suite
      projects = config.projects.map(({ name }) => name)
    },
    onEnd() {
      // A run that was broken off knows nothing of the tests that it had not reached.
      const tests = root?.allTests().filter((test) => test.results.length > 0) ?? []
      const results = tests.map(resultOf)
      console.log('\nEngines')
      for (const engine of ENGINES) {
        const ran = results.some((result) => result.engine === engine)
        console.log(`  ${described(engine, findBrowser(engine))}${ran ? '' : ', not run'}`)
      }
      const generated = tests.reduce((sum, test) => sum + generatedIn(test), 0)
      if (generated > 0)
        console.log(`  ${generated.toLocaleString('en')} generated calls: none threw, none rejected`)
      const skipped = results.filter(({ verdict }) => verdict !== 'passed')
      for (const { engine, file, title, verdict } of skipped)
        console.log(`  ${engine}, ${file}, "${title}": ${verdict}`)
      // A complete run starts the table anew, so that it keeps no results of removed tests.
      const files = new Set(results.map(({ file }) => file))
      const isWhole =
        ENGINES.every((engine) => projects.includes(engine)) && specFiles().every((file) => files.has(file))
      const earlier = isWhole || !existsSync(TABLE) ? [] : resultsIn(readFileSync(TABLE, 'utf8'), ENGINES)
      writeFileSync(TABLE, resultsTable([...earlier, ...results], ENGINES))
    },
  }
}

/** Playwright calls its reporter with `new`, and takes what the function returns. */
export default function ResultsReporter(): Reporter {
  return createResultsReporter()
}
