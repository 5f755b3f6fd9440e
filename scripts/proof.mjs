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

/** Returns the report's own table, word by word. */
const goalsOf = (root) => {
  const report = readFileSync(join(root, 'bench/RESULTS.md'), 'utf8')
  const [, section = ''] = report.split(/^## What must be shown$/m)
  return section
    .split(/^## /m)[0]
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n')
}

/** The path of the page with the proofs, below the project's folder. */
export const PROOF = 'docs/guide/proof.md'

/** Returns that page with the present tables of the sources between its markers. */
export const filledProof = (root) => {
  const engines = enginesTable(readFileSync(join(root, 'e2e/results.md'), 'utf8'))
  const blocks = { sizes: sizesOf(root), goals: goalsOf(root), engines }
  return Object.entries(blocks).reduce(
    (text, [name, content]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}\n${content}\n\n${end}`,
      ),
    readFileSync(join(root, PROOF), 'utf8'),
  )
}
