import { build } from 'esbuild'
import { minify } from 'terser'

/**
 * Properties that never leave the script: neither stored, nor sent, nor given to the page, nor the browser's own.
 * Only these are renamed.
 */
const INTERNAL = [
  'area',
  'assumeDelivered',
  'begin',
  'burstMs',
  'bytes',
  'census',
  'companyId',
  'costMs',
  'durable',
  'durably',
  'emit',
  'encode',
  'failing',
  'flushNow',
  'group',
  'handOff',
  'held',
  'heldKeyOf',
  'interpret',
  'isOnline',
  'isRepeat',
  'json',
  'leave',
  'limits',
  'list',
  'lockFor',
  'mark',
  'maxAgeMs',
  'mixes',
  'ms',
  'newId',
  'note',
  'noteDown',
  'onLoss',
  'openStore',
  'prune',
  'read',
  'release',
  'replayAt',
  'retryAfterMs',
  'send',
  'setTimer',
  'siteId',
  'settle',
  'takes',
  'tell',
  'tries',
  'world',
  'write',
]

/**
 * A file for a script tag. esbuild bundles; terser, which inlines what is used once, makes it a tenth smaller than
 * esbuild would.
 * @param {string} entry
 * @returns {Promise<{ code: string, map: string }>}
 */
export const bundle = async (entry) => {
  const bundled = await build({
    entryPoints: [entry],
    outfile: 'bundled.js',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'external',
  })
  const [map, script] = bundled.outputFiles.map(({ text }) => text)
  // One word for all declarations compresses better than two. As long as the other, so that the map holds.
  const minified = await minify(script.replace(/\bconst (?=[\w$[{])/g, 'let   '), {
    module: true,
    ecma: 2020,
    compress: { passes: 4, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: { properties: { regex: new RegExp(`^(${INTERNAL.join('|')})$`), builtins: true } },
    sourceMap: { content: map },
  })
  return { code: minified.code, map: minified.map }
}
