import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The Node that the newest Nuxt, Astro, Angular and React Router require. */
const NODE = 24

/**
 * Returns the PATH that the applications are built with: this Node, or one from the registry where this one is too old
 * for them.
 */
export const pathWithNode = (folder: string): string => {
  const { PATH = '' } = process.env
  if (Number.parseInt(process.versions.node, 10) >= NODE) return PATH
  const name = `node-${process.platform}-${process.arch}`
  mkdirSync(folder, { recursive: true })
  execFileSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, `${name}@${NODE}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return join(folder, 'node_modules', name, 'bin') + delimiter + PATH
}
