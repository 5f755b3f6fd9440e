import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, ROOT, sources } from '../sources.ts'

const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
/** What stands between backticks, outside of blocks. */
const words = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)

const files = ['src', 'test', 'bench', 'demo', 'scripts'].flatMap((folder) =>
  filesBelow(join(ROOT, folder)).map((path) => `/${folder}/${path}`),
)

test('every file that ARCHITECTURE.md names is there', () => {
  const named = words.filter((word) => /^[\w./-]+\.(ts|mjs)$/.test(word))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !files.some((path) => path.endsWith(`/${name}`)))).toEqual([])
})

test('every function that it names is in the sources', () => {
  const code = sources.map(({ text: source }) => source).join('\n')
  const named = words.flatMap((word) => /^(?:\w+\.)*(\w+)\(.*\)$/.exec(word)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
})
