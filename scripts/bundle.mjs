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

/**
 * The modules of frameworks do not count: they name nothing that the scripts have, and their own types would keep many
 * names from being shortened.
 */
const FRAMEWORKS = /^(next|react|vue)\//

/** Returns the modules that a page may import, according to package.json. */
const exportedModules = () =>
  Object.values(exportsOf(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))).flatMap((entry) => {
    const [, path] = /^\.\/dist\/esm\/(.+)\.js$/.exec(entry?.import?.default) ?? []
    return path && !FRAMEWORKS.test(path) ? [sourceOf(`${path}.ts`)] : []
  })

const compilerOptions = () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options
}

/** The shortened names, which are the same in all files. */
let shortened
const namesToShorten = () => {
  shortened ??= internalFunctions(
    Object.values(SCRIPT_FILES).map(({ entry }) => sourceOf(entry)),
    exportedModules(),
    compilerOptions(),
  )
  return shortened
}

/** Returns the names of the packages that these files belong to. */
const packagesIn = (paths) => [
  ...new Set(paths.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])),
]

const COMMON = { module: true, ecma: 2020 }

/**
 * Makes a file for a script tag. esbuild bundles; terser, which inlines what is used once, makes the file a tenth
 * smaller than esbuild would. The names are shortened in a second pass, which sees which letters are left.
 *
 * The file does not name its map, because that would cost every visitor thirty bytes.
 * @param {string} entry below `src/`.
 * @param {readonly string[]} [names] of the properties that are shortened.
 * @param {import('esbuild').Plugin[]} [plugins] which may change the sources on their way.
 * @returns {Promise<{ code: string, map: string, packages: readonly string[] }>} with the packages that are in it.
 */
export const bundle = async (entry, names = namesToShorten(), plugins = []) => {
  const bundled = await build({
    entryPoints: [sourceOf(entry)],
    // The map names sources by their paths from here, wherever the build was called.
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
  // One word for all declarations compresses better than two. The words have the same length, so the map stays valid.
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
  // The notice stands at the end, so that the map stays valid.
  return { code: named.code + noticeFor(packages), map: named.map, packages }
}
