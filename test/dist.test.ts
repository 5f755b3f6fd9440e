import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesBelow, ROOT } from './sources.ts'

const built = mkdtempSync(join(tmpdir(), 'sendoff-dist-'))

afterAll(() => rmSync(built, { recursive: true, force: true }))

test('the committed dist/ is exactly what the sources build', () => {
  execFileSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), built])
  const committed = join(ROOT, 'dist')
  const [before, after] = [new Set(filesBelow(committed)), new Set(filesBelow(built))]
  const contentOf = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
  const differing = [...new Set([...before, ...after])].flatMap((file) => {
    if (!before.has(file)) return [`missing: dist/${file}`]
    if (!after.has(file)) return [`not built any more: dist/${file}`]
    return contentOf(committed, file) === contentOf(built, file) ? [] : [`differs: dist/${file}`]
  })
  expect(differing, 'npm run build, and commit dist/').toEqual([])
})
