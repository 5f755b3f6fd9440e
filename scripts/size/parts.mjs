import { SourceMap } from 'node:module'
import { dirname } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundle } from '../bundle.mjs'
import { SCRIPT_FILES } from '../script-files.mjs'

const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Returns a path below `src/`, or the package's name; nothing where the bundle itself is the source. */
const shortened = (path = '') =>
  path.replace(/^(.*\/)?node_modules\/([^/]+)\/.*/, '$2').replace(/^(.*\/)?src\//, '')

/** Tells where the bytes of a script are, by folder and file. */
export const tellParts = async (name) => {
  const file = SCRIPT_FILES[name]
  if (!file) {
    console.error(`${name} is no script: expected one of ${Object.keys(SCRIPT_FILES)}`)
    process.exit(1)
  }
  const { code, map } = await bundle(file.entry)
  const sources = new SourceMap(JSON.parse(map))
  /** The source file of each character. */
  const owners = code
    .split('\n')
    .flatMap((line, row) =>
      Array.from(`${line}\n`, (_, column) => shortened(sources.findEntry(row, column).originalSource)),
    )

  /** Returns how much smaller the script would be without the characters of these files. */
  const costOf = (files) => {
    const rest = [...code].filter((_, at) => !files.includes(owners[at])).join('')
    return { files, bytes: code.length - rest.length, compressed: brotli(code) - brotli(rest) }
  }

  const row = (label, { bytes, compressed }) =>
    console.log(`${`${bytes}`.padStart(8)} ${`${compressed}`.padStart(10)}  ${label}`)

  console.log(`${name}: ${code.length} bytes, ${brotli(code)} with Brotli\n`)
  console.log('   bytes     brotli  less, if it were not there')
  const files = [...new Set(owners)]
  for (const folder of [...new Set(files.map(dirname))].sort()) {
    const mine = files.filter((path) => dirname(path) === folder)
    row(folder === '.' ? 'src/, packages, and the bundle itself' : `src/${folder}/`, costOf(mine))
    const costs = mine.map((path) => costOf([path])).sort((a, b) => b.compressed - a.compressed)
    for (const cost of costs) row(`    ${cost.files[0] || '(the bundle itself)'}`, cost)
  }
}
