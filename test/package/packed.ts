import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../sources.ts'

export interface Packed {
  readonly tarball: Uint8Array<ArrayBuffer>
  /** What is in it, below the package's own folder. */
  readonly files: readonly string[]
  /** A project beside which the package is installed: code in it may import `sendoff`. */
  readonly project: string
  remove(): void
}

/** From here: a lock file has the same versions everywhere, and a test asks no registry. */
const link = (name: string, modules: string): void => {
  const place = join(modules, name)
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules', name), place)
}

/**
 * Packs what would be published and installs it in a project of its own, with its dependencies and the packages
 * named in `beside`.
 */
export const pack = (beside: readonly string[] = []): Packed => {
  const project = mkdtempSync(join(tmpdir(), 'sendoff-package-'))
  const told = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename, files }] = JSON.parse(told) as [{ filename: string; files: { path: string }[] }]
  const modules = join(project, 'node_modules')
  mkdirSync(modules)
  execFileSync('tar', ['-xzf', join(project, filename), '-C', modules])
  execFileSync('mv', [join(modules, 'package'), join(modules, 'sendoff')])
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'sendoff/package.json'), 'utf8')) as {
    dependencies: object
  }
  for (const name of [...Object.keys(dependencies), ...beside]) link(name, modules)
  return {
    tarball: new Uint8Array(readFileSync(join(project, filename))),
    files: files.map(({ path }) => path).sort(),
    project,
    remove: () => rmSync(project, { recursive: true, force: true }),
  }
}
