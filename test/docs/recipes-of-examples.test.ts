import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { STACKS } from '../../scripts/examples/stacks.ts'
import { ROOT } from '../sources.ts'
import { namedBlocks } from './code-blocks.ts'
import { EXAMPLE_OF } from './example-of.ts'

const stacksPage = readFileSync(join(ROOT, 'docs/guide/stacks.md'), 'utf8')

describe.each(Object.entries(EXAMPLE_OF))('the recipe for %s', (recipe, example) => {
  test(`has the code of examples/${example}, to the letter`, () => {
    const blocks = namedBlocks(`recipes/${recipe}.md`)
    const files = Object.keys(blocks).map((file) => [
      file,
      readFileSync(join(ROOT, 'examples', example, file), 'utf8'),
    ])
    expect(files.length).toBeGreaterThan(1)
    expect(blocks).toEqual(Object.fromEntries(files))
  })

  test('names the run that tries it', () => {
    const page = readFileSync(join(ROOT, `recipes/${recipe}.md`), 'utf8')
    const [, names = ''] = /npm run test:examples -- ([a-z -]+)`/.exec(page) ?? []
    const folders = names.split(' ').map((name) => {
      const stack = STACKS.find((one) => one.name === name)
      return stack?.folder ?? stack?.name
    })
    expect([...new Set(folders)]).toEqual([example])
  })
})

test('the page about plain HTML has the code of the import map', () => {
  const blocks = namedBlocks('recipes/plain-html.md')
  const example = (file: string) => readFileSync(join(ROOT, 'examples/import-map', file), 'utf8')
  expect(blocks['import-map.html']).toBe(example('index.html'))
  expect(blocks['shop.js']).toBe(example('shop.js'))
})

describe.each(STACKS)('$name', ({ name, title, folder = name }) => {
  test('is an application of examples/, and has a row that a run has written', () => {
    expect(existsSync(join(ROOT, 'examples', folder, 'package.json'))).toBe(true)
    const row = stacksPage
      .split('\n')
      .find((line) => line.startsWith(`| [${title}](../../examples/${folder}) |`))
    expect(row).toMatch(/\| \d{4}-\d\d-\d\d, sendoff \d+\.\d+\.\d+, Node \d+\.\d+\.\d+ \|$/)
  })
})
