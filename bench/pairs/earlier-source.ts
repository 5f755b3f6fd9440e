import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Lays out `src/` as it was at a commit, in a folder that exists while the command runs; returns the folder of the
 * sources.
 */
export const earlierSource = (commit: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-earlier-'))
  process.once('exit', () => rmSync(folder, { recursive: true }))
  const archive = execFileSync('git', ['archive', commit, 'src'], { cwd: ROOT, maxBuffer: 2 ** 28 })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  return join(folder, 'src')
}
