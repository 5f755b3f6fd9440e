import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { minify } from 'terser'
import ts from 'typescript'
import { internalFunctions } from './internal-functions.mjs'
import { noticeFor } from './licences.mjs'
import { SCRIPT_FILES } from './script-files.mjs'
import { exportsOf } from './vendors.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sourceOf = (path) => join(root, 'src', path)

/** They name nothing that the scripts have, and their own types would keep many a name from being shortened. */
const FRAMEWORKS = /^(next|react|vue)\//

/** The modules that a page may import, as package.json has them. */
const exportedModules = () =>
  Object.values(exportsOf(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))).flatMap((entry) => {
    const [, path] = /^\.\/dist\/esm\/(.+)\.js$/.exec(entry?.import?.default) ?? []
    return path && !FRAMEWORKS.test(path) ? [sourceOf(`${path}.ts`)] : []
  })

const compilerOptions = () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options
}

/** Of all files alike. */
let shortened
const namesToShorten = () => {
  shortened ??= internalFunctions(
    Object.values(SCRIPT_FILES).map(({ entry }) => sourceOf(entry)),
    exportedModules(),
    compilerOptions(),
  )
  return shortened
}

/** The names of the packages that these files are of. */
const packagesIn = (paths) => [
  ...new Set(paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])),
]

const COMMON = { module: true, ecma: 2020 }

/**
 * A file for a script tag. esbuild bundles; terser, which inlines what is used once, makes it a tenth smaller than
 * esbuild would. It names things in a second pass, when it sees which letters are left.
 *
 * It does not name its map: that would cost every visitor thirty bytes.
 * @param {string} entry below `src/`.
 * @param {readonly string[]} [names] of the properties that are shortened.
 * @param {import('esbuild').Plugin[]} [plugins] which may change the sources on their way.
 * @returns {Promise<{ code: string, map: string, packages: readonly string[] }>} with the packages that are in it.
 */
export const bundle = async (entry, names = namesToShorten(), plugins = []) => {
  const bundled = await build({
    entryPoints: [sourceOf(entry)],
    // The map names sources by their way from here, wherever the build was called.
    absWorkingDir: root,
    outfile: join(root, 'dist/script.js'),
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    plugins,
  })
  const [map, script] = bundled.outputFiles.map(({ text }) => text)
  // One word for all declarations compresses better than two. As long as the other, so that the map holds.
  const compressed = await minify(script.replace(/\bconst (?=[\w$[{])/g, 'let   '), {
    ...COMMON,
    compress: { passes: 4, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    mangle: false,
    sourceMap: { content: map },
  })
  const named = await minify(compressed.code, {
    ...COMMON,
    compress: false,
    mangle: { properties: { regex: new RegExp(`^(${names.join('|')})$`), builtins: true } },
    sourceMap: { content: compressed.map },
  })
  const packages = packagesIn(Object.keys(bundled.metafile.inputs))
  // At the end: so the map holds.
  return { code: named.code + noticeFor(packages), map: named.map, packages }
}
