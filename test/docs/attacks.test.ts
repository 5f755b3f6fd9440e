import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { attacks } from '../../scripts/attack-table.mjs'
import { ROOT } from '../sources.ts'

const rows = attacks()

test('every attack of SECURITY.md has a test, by the words with which its title begins', () => {
  expect(rows.length).toBeGreaterThan(25)
  const missing = rows.filter(({ title, file }) => !readFileSync(join(ROOT, file), 'utf8').includes(title))
  expect(missing).toEqual([])
})

test('each can be run by the command', () => {
  expect(rows.filter(({ file }) => !/\.(test|relay|spec)\.ts$/.test(file))).toEqual([])
})

test('every row of the table names a test', () => {
  const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8')
  const [, table = ''] = text.split('## Attacks that were made')
  const lines = table.split('\n').filter((line) => /^\| [^-]/.test(line) && !line.startsWith('| attack'))
  expect(lines.length).toBe(rows.length)
})
