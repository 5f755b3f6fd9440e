import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { enginesTable } from './engines-table.mjs'
import { integrityOf } from './file-table.mjs'
import { SCRIPT_FILES } from './script-files.mjs'

const sizesOf = (root) => {
  const rows = Object.entries(SCRIPT_FILES).flatMap(([name, { maxBytes }]) => {
    const integrity = integrityOf(readFileSync(join(root, 'dist', name)))
    return maxBytes ? [`| \`${name}\` | ${maxBytes.toLocaleString('en')} | \`${integrity}\` |`] : []
  })
  return ['| script | at most | integrity |', '| --- | ---: | --- |', ...rows].join('\n')
}

/** Returns the tables of a section of the benchmarks' report, word by word. */
const tablesOf = (root, title) => {
  const report = readFileSync(join(root, 'bench/RESULTS.md'), 'utf8')
  const section = report.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''
  return section.match(/^\|.*\n(\|.*\n?)*/gm)?.map((table) => table.trimEnd()) ?? []
}

const enginesOf = (root) => enginesTable(readFileSync(join(root, 'e2e/results.md'), 'utf8'))

/** In the order in which `bench/report/gone-section.ts` has them. */
const goneOf = (root) => {
  const [peers, endings, drains] = tablesOf(root, 'Gone for good')
  return { endings, peers, drains }
}

/** The pages with tables from elsewhere: below the project's folder, with what goes between which markers. */
const PAGES = {
  'docs/guide/proof.md': (root) => ({
    sizes: sizesOf(root),
    goals: tablesOf(root, 'What must be shown')[0],
    engines: enginesOf(root),
  }),
  'docs/guide/worker.md': goneOf,
}

/** Returns those pages, by their paths, with the present tables of the sources. */
export const filledPages = (root) =>
  Object.entries(PAGES).map(([path, blocksOf]) => {
    const text = Object.entries(blocksOf(root)).reduce(
      (text, [name, content]) => {
        const marked = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`)
        if (!content || !marked.test(text))
          throw new Error(`${path}: nothing to put between the markers ${name}`)
        return text.replace(marked, (_, start, end) => `${start}\n${content}\n\n${end}`)
      },
      readFileSync(join(root, path), 'utf8'),
    )
    return [path, text]
  })
