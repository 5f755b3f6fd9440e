import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const textOf = (path) => readFileSync(join(root, path), 'utf8').trim()

/** The file beside the scripts that has the licences of what is in them. */
export const LICENCES_FILE = 'LICENSES.md'

/** The packages that may be in a script, each with its own notice and the terms that this names. */
const KNOWN = {
  'idb-keyval': {
    notice: 'node_modules/idb-keyval/LICENCE',
    // The whole Apache License 2.0, which that notice only links to; the compiler is under it, too.
    terms: 'node_modules/typescript/LICENSE.txt',
  },
}

/** Ends a script that has a package in it: whoever copies the file learns what to copy with it. */
export const noticeFor = (packages) => (packages.length > 0 ? `/*! ${LICENCES_FILE} */` : '')

/**
 * The licences of the scripts, and of the packages in them.
 * @throws {Error} for a package whose licence nobody has looked at.
 */
export const licencesOf = (packages) => {
  const sections = packages.map((name) => {
    const known = KNOWN[name]
    if (!known) throw new Error(`${name}: its licence is not in scripts/licences.mjs`)
    return `## ${name}\n\nThe scripts that end with the name of this file contain it.\n\n${textOf(known.notice)}\n\n${textOf(known.terms)}`
  })
  return ['# Licences of the scripts', `## sendoff\n\n${textOf('LICENSE')}`, ...sections]
    .join('\n\n')
    .concat('\n')
}
