import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cutOut } from './cut-out.mjs'

const src = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'src')

/**
 * A promise of sendoff, and the code that its sources could leave out without it.
 * @typedef {object} PromiseMade
 * @property {string} name
 * @property {string} says
 * @property {Readonly<Record<string, Readonly<Record<string, string>>>>} without by file below `src/`: see `cutOut`.
 */

/** @type {readonly PromiseMade[]} */
export const PROMISES = JSON.parse(readFileSync(new URL('promises.json', import.meta.url), 'utf8'))

/** Returns what is left out without all of these promises. */
const cutsOf = (promises) => {
  const cuts = {}
  for (const { without } of promises)
    for (const [path, its] of Object.entries(without)) cuts[path] = { ...its, ...cuts[path] }
  return cuts
}

/**
 * Makes a plugin of esbuild that gives the sources without these promises. Code that is then unused is not bundled.
 * @param {readonly PromiseMade[]} promises
 * @returns {import('esbuild').Plugin}
 */
export const withoutPromises = (promises) => {
  const cuts = cutsOf(promises)
  return {
    name: 'without-promises',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const mine = cuts[relative(src, path).split(sep).join('/')]
        if (!mine) return undefined
        return { contents: cutOut(path, await readFile(path, 'utf8'), mine), loader: 'ts' }
      })
    },
  }
}
