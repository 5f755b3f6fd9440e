import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../sources.ts'

interface Manifest {
  readonly version: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Where Node finds `name` from `folder`. */
const installed = (name: string, folder: string): string => {
  const place = join(folder, 'node_modules', name)
  if (existsSync(place)) return place
  if (folder === '/') throw new Error(`${name} is not installed`)
  return installed(name, join(folder, '..'))
}

/** The folders of all packages that are installed for production. */
const production = (folder: string, seen = new Set<string>()): ReadonlySet<string> => {
  for (const name of Object.keys(manifestIn(folder).dependencies ?? {})) {
    const place = installed(name, folder)
    if (seen.has(place)) continue
    seen.add(place)
    production(place, seen)
  }
  return seen
}

describe('a release', () => {
  test('passes its own check, up to where credentials are needed', () => {
    const told = execFileSync(process.execPath, ['scripts/release-check.mjs', '--allow-dirty'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    expect(told).toContain(`sendoff ${manifestIn(ROOT).version} may be released: sha512-`)
    expect(told).toContain('still needed: an identity token')
  })

  test('installs no package that runs a script, or builds something, when it is installed', () => {
    const packages = [...production(ROOT)]
    expect(packages.length).toBeGreaterThan(0)
    const running = packages.filter((folder) => {
      const scripts = Object.keys(manifestIn(folder).scripts ?? {})
      // A file of node-gyp is a script that nobody wrote down.
      return (
        scripts.some((name) => /^(pre|post)?install$/.test(name)) || existsSync(join(folder, 'binding.gyp'))
      )
    })
    expect(running).toEqual([])
  })
})
