import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Returns a file's name with the version in it, so that the file may be cached for ever. */
export const versionedName = (name: string, version: string): string =>
  name.replace(/\.js$/, `.${version}.js`)

/** Copies scripts into a folder, which is made if it is missing, under their versioned names; returns the paths. */
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
