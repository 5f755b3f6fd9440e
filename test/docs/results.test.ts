import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ENGINES } from '../../scripts/browsers.mjs'
import { resultsIn } from '../../testing/browsers/results-table.ts'
import { filesBelow, ROOT } from '../sources.ts'

const e2e = join(ROOT, 'e2e')

test('what passed where is told of each specification, and of no other', () => {
  const results = resultsIn(readFileSync(join(e2e, 'results.md'), 'utf8'), ENGINES)
  const told = [...new Set(results.map(({ file }) => file))]
  expect(told.toSorted()).toEqual(filesBelow(e2e).filter((path) => path.endsWith('.spec.ts')))
})
