import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exportsOf } from '../../scripts/vendors.mjs'
import { filesBelow, ROOT } from '../sources.ts'

const written = mkdtempSync(join(tmpdir(), 'sendoff-reference-'))

afterAll(() => rmSync(written, { recursive: true, force: true }))

test('the reference in docs/api/ is what the doc comments say', () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/docs.mjs'), written])
  const committed = join(ROOT, 'docs/api')
  const pagesIn = (folder: string) =>
    Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  expect(pagesIn(committed), 'npm run docs, and commit docs/').toEqual(pagesIn(written))
})

test('the reference has a page for each entry of the package', () => {
  const pages = Object.keys(exportsOf(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))))
    .filter((entry) => !/dist|json/.test(entry))
    .map((entry) => `${entry === '.' ? 'sendoff' : entry.slice(2).replace('/', '-')}.md`)
  expect(filesBelow(join(ROOT, 'docs/api'))).toEqual([...pages, 'README.md'].sort())
})
