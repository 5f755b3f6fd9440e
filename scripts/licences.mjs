import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const textOf = (path) => readFileSync(join(root, path), 'utf8').trim()

/** The file beside the scripts that has the licences of the packages in them. */
export const LICENCES_FILE = 'LICENSES.md'

/** The packages that may be in a script, each with its own notice and the terms that the notice names. */
const KNOWN = {
  'idb-keyval': {
    notice: 'node_modules/idb-keyval/LICENCE',
    // The notice only links to the Apache License 2.0; the compiler's file has the whole text.
    terms: 'node_modules/typescript/LICENSE.txt',
  },
}

/** Makes the end of a script with a package in it, so that people who copy the file learn what to copy with it. */
export const noticeFor = (packages) => (packages.length > 0 ? `/*! ${LICENCES_FILE} */` : '')

/**
 * Returns the licences of the scripts, and of the packages in them.
 * @throws {Error} for a package whose licence is not listed above.
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
