import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A row of the table ends with the title of a test, or the title's beginning, and the file of the test. */
const ROW = /^\|.*\| \[([^\]]+)\]\(([^)]+\.ts)\) +\|$/gm

/** Returns the attacks of SECURITY.md's table: each with the beginning of its test's title, and that test's file. */
export const attacks = () =>
  [...readFileSync(join(root, 'SECURITY.md'), 'utf8').matchAll(ROW)].map(([, title, file]) => ({
    title,
    file,
  }))
