import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { build } from 'esbuild'
import { bundle } from '../bundle.mjs'
import { SCRIPT_FILES } from '../script-files.mjs'
import { PROMISES, withoutPromises } from './promises.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The scripts that are measured, each with a ceiling that was asked for and is given up. */
export const GIVEN_UP = { 'sendoff.klaviyo.js': 7_168, 'sendoff.js': 9_216, 'sendoff.full.js': 17_408 }

const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** Returns the weight of a script without these promises: as it is, and compressed. */
const weighed = async (entry, promises) => {
  const { code } = await bundle(entry, undefined, [withoutPromises(promises)])
  return { bytes: Buffer.byteLength(code), brotli: brotli(code) }
}

/** Returns the sources, below `src/`, of which the script has a part. */
const sourcesIn = async (entry) => {
  const { metafile } = await build({
    entryPoints: [join(root, 'src', entry)],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
  })
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  return inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => path.replace(/^src\//, ''))
}

/**
 * Returns how many of these promises, from the first on, have to go until the script is within these bytes; undefined
 * where all are not enough.
 */
const fewestToGo = async (entry, promises, maxBrotli) => {
  let [few, many] = [0, promises.length]
  while (few < many) {
    const middle = (few + many) >> 1
    if ((await weighed(entry, promises.slice(0, middle))).brotli <= maxBrotli) many = middle
    else few = middle + 1
  }
  return many
}

/**
 * Returns what each promise costs a script: how much smaller it is without that promise.
 * @param {string} name of the script.
 * @param {(done: string) => void} onPrice is called with each price that is known.
 */
export const pricesOf = async (name, onPrice) => {
  const { entry } = SCRIPT_FILES[name]
  const sources = await sourcesIn(entry)
  const whole = await weighed(entry, [])
  const prices = []
  for (const promise of PROMISES) {
    if (!Object.keys(promise.without).some((path) => sources.includes(path))) continue
    const rest = await weighed(entry, [promise])
    prices.push({ promise, bytes: whole.bytes - rest.bytes, brotli: whole.brotli - rest.brotli })
    onPrice(promise.name)
  }
  prices.sort((one, other) => other.brotli - one.brotli)
  const dearest = prices.map(({ promise }) => promise)
  const rest = await weighed(entry, PROMISES)
  const ceiling = GIVEN_UP[name]
  const toGo = rest.brotli <= ceiling ? await fewestToGo(entry, dearest, ceiling) : undefined
  return { name, whole, prices, rest, ceiling, toGo }
}
