import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../sources.ts'

const DIST = join(ROOT, 'dist')

test('the integrity that is told of each script is that of its bytes', () => {
  const table = readFileSync(join(DIST, 'FILES.md'), 'utf8')
  const rows = [...table.matchAll(/^\| `([^`]+)` \| ([\d,]+) \| `sha384-([^`]+)` \|$/gm)]
  const told = rows.map(([, name, bytes, hash]) => ({ name, bytes: Number(bytes?.replace(/,/g, '')), hash }))
  const scripts = readdirSync(DIST).filter((name) => name.endsWith('.js'))
  const found = scripts.sort().map((name) => {
    const content = readFileSync(join(DIST, name))
    return { name, bytes: content.length, hash: createHash('sha384').update(content).digest('base64') }
  })
  expect(found.length).toBeGreaterThan(5)
  expect(told).toEqual(found)
})
