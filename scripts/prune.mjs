import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { exportsOf } from './vendors.mjs'

/** Relative imports of a module or of its types, in any of their spellings. */
const IMPORTS = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](\.[^"']+)["']/g

/** Returns all files of an entry, for all conditions. */
const filesOf = (entry) => (typeof entry === 'string' ? [entry] : Object.values(entry ?? {}).flatMap(filesOf))

/** Returns the files of package.json that a reader of the package may import by name. */
const entriesOf = (manifest) =>
  [exportsOf(manifest), manifest.bin].flatMap(filesOf).filter((file) => !file.includes('*'))

/** Returns `entries` and everything below `root` that they import, directly or not. */
const reachedFrom = (root, entries) => {
  const reached = new Set()
  const visit = (file) => {
    if (reached.has(file) || !existsSync(join(root, file))) return
    reached.add(file)
    // A types file names the source that it was made from.
    const isTypes = file.endsWith('.d.ts')
    for (const [, from] of readFileSync(join(root, file), 'utf8').matchAll(IMPORTS))
      visit(join(dirname(file), isTypes ? from.replace(/\.[jt]s$/, '.d.ts') : from))
  }
  for (const entry of entries) visit(join(entry))
  return reached
}

/**
 * Removes the compiled modules that no entry of `manifest` reaches, because every reader would download them for
 * nothing. Returns their paths below `out`.
 */
export const prune = (out, manifest) => {
  // The folder that package.json calls dist/ may be another here.
  const entries = entriesOf(manifest).map((file) => file.replace(/^\.\/dist\//, ''))
  const reached = reachedFrom(out, entries)
  const modules = ['esm', 'cjs']
    .flatMap((folder) => readdirSync(join(out, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(out, join(parentPath, name)))
  const needless = modules.filter((file) => !reached.has(file))
  for (const file of needless) rmSync(join(out, file))
  return needless.map((file) => file.split(sep).join('/'))
}
