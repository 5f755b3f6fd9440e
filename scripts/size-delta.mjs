// The command `node scripts/size-delta.mjs main` compares the sizes of the scripts in `dist/` with those of another
// commit, as a table.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { SCRIPT_FILES } from './script-files.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [base] = process.argv.slice(2)
if (!base) {
  console.error('size-delta: which commit is it compared with? node scripts/size-delta.mjs main')
  process.exit(1)
}

const brotli = (code) => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
const git = (...args) => execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 26, stdio: 'pipe' })
const shown = (bytes) => bytes.toLocaleString('en')
const signed = (bytes) => (bytes > 0 ? `+${shown(bytes)}` : shown(bytes))

try {
  git('rev-parse', '--verify', '--quiet', `${base}^{commit}`)
} catch {
  console.error(`size-delta: ${base} is no commit of this repository`)
  process.exit(1)
}

/** Returns the size at that commit; undefined where it has no such script. */
const sizeBefore = (name, sizeOf) => {
  try {
    return sizeOf(git('show', `${base}:dist/${name}`))
  } catch {
    return undefined
  }
}

const rows = Object.entries(SCRIPT_FILES).map(([name, { maxBytes, maxInlineBytes }]) => {
  // A script that stands in the page itself counts uncompressed.
  const sizeOf = (code) => (maxInlineBytes ? code.toString().trim().length : brotli(code))
  const now = sizeOf(readFileSync(join(root, 'dist', name)))
  const before = sizeBefore(name, sizeOf)
  const change = before === undefined ? 'new' : signed(now - before)
  return `| \`${name}\` | ${shown(now)} | ${change} | ${shown(maxInlineBytes ?? maxBytes)} |`
})
console.log(
  ['| script | bytes, brotli | change | ceiling |', '| --- | ---: | ---: | ---: |', ...rows].join('\n'),
)
