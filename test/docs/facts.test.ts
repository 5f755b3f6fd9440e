import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FAULT_NAMES } from '../../bench/delivery/faults.ts'
import { filledPages } from '../../scripts/filled-pages.mjs'
import { FAULTS } from '../simulation/faults.ts'
import { ROOT } from '../sources.ts'
import { codeBlocks, PAGES } from './code-blocks.ts'
import { EXAMPLE_OF } from './example-of.ts'
import { FACTS, numberIn, PROOF } from './facts.ts'

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
const proof = readFileSync(join(ROOT, PROOF), 'utf8')

describe('a number in the documentation is that of its source', () => {
  test.each(FACTS)('$page: $told', ({ page, told, source, found, times = 1 }) => {
    expect(numberIn(page, told) * times).toBe(numberIn(source, found))
  })

  test('the tables of sizes and of benchmarks', () => {
    expect(
      proof.match(/^\| `sendoff\.\w+\.js` \| [\d,]+ \| `sha384-[^`]{64}` \|$/gm)?.length,
    ).toBeGreaterThan(5)
    for (const [page, text] of filledPages(ROOT))
      expect(readFileSync(join(ROOT, page), 'utf8'), `npm run docs, and commit ${page}`).toBe(text)
  })

  test('how many faults the simulation must find', () => {
    expect(numberIn(PROOF, /and ([\w-]+) deliberate faults/)).toBe(Object.keys(FAULTS).length)
  })

  test('how many trackers are measured beside it, and under how many faults', () => {
    expect(numberIn(PROOF, /delivery under (\w+) faults/)).toBe(FAULT_NAMES.length)
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'bench/package.json'), 'utf8')) as {
      dependencies: object
    }
    const report = readFileSync(join(ROOT, 'bench/RESULTS.md'), 'utf8')
    const peers = Object.keys(dependencies).filter((name) => report.includes(`| \`${name}\` |`))
    expect(numberIn(PROOF, /side by side with\n(\w+) other trackers/)).toBe(peers.length)
  })
})

describe('the documentation', () => {
  test('calls every method of a tracker by its name', () => {
    const tracker = readFileSync(join(ROOT, 'src/tracker.ts'), 'utf8').split(
      /^export interface Tracker\b.*\{$/m,
    )[1]
    const methods = [...(tracker ?? '').matchAll(/^ {2}(\w+)(?:[(<]|: [(<])/gm)].map(([, name]) => name)
    expect(methods).toEqual(['identify', 'reset', 'flush', 'status', 'on'])
    expect(methods.filter((name) => !readme.includes(`\`track.${name}(`))).toEqual([])
  })

  test('begins with a page that is read at once', () => {
    expect(readme.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1_300)
  })

  test('links to files that are there', () => {
    const dead = PAGES.filter((page) => !page.startsWith('docs/api/')).flatMap((page) => {
      const text = readFileSync(join(ROOT, page), 'utf8')
      const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link)
      return links
        .filter((link) => !/^\w+:/.test(link) && !existsSync(join(ROOT, dirname(page), link)))
        .map((link) => `${page}: ${link}`)
    })
    expect(dead).toEqual([])
  })

  test('names every npm script that it mentions as package.json does', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }
    const named = PAGES.flatMap((page) => [
      ...readFileSync(join(ROOT, page), 'utf8').matchAll(/`npm run ([\w:]+)/g),
    ]).map(([, name = '']) => name)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  test('has a recipe for each page that its table of recipes names', () => {
    const recipes = PAGES.filter((page) => /^recipes\/[a-z-]+\.md$/.test(page))
    const index = readFileSync(join(ROOT, 'recipes/README.md'), 'utf8')
    expect(recipes.filter((page) => !index.includes(`(${page.replace('recipes/', '')})`))).toEqual([])
    const untold = recipes.filter(
      (page) => !readFileSync(join(ROOT, page), 'utf8').includes('*Run by the test:*'),
    )
    expect(untold).toEqual([])
  })

  test('has a runner for each file that a recipe offers', () => {
    const specs = ['plain-html', 'shopify', 'migrating', 'google-tag-manager', ...Object.keys(EXAMPLE_OF)]
    const offering = PAGES.filter((page) => page.startsWith('recipes/')).filter((page) =>
      codeBlocks(page).some(({ file }) => file),
    )
    expect(offering.map((page) => page.replace(/^recipes\/|\.md$/g, '')).sort()).toEqual(specs.sort())
  })
})
