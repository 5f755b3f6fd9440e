import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** With the version in its name a file may be cached for ever. */
export const versionedName = (name: string, version: string): string =>
  name.replace(/\.js$/, `.${version}.js`)

/** Copies scripts into a folder that may not be there yet, under their versioned names; returns the paths. */
export const versionedCopy = (
  names: readonly string[],
  { from, to, version }: { readonly from: string; readonly to: string; readonly version: string },
): readonly string[] => {
  mkdirSync(to, { recursive: true })
  return names.map((name) => {
    const path = join(to, versionedName(name, version))
    copyFileSync(join(from, name), path)
    return path
  })
}
