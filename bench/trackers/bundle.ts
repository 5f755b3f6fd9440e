import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const BENCH = fileURLToPath(new URL('..', import.meta.url))

/** Makes a plugin that takes the benchmark's imports of `src/` from another folder. */
const sourceFrom = (folder: string): Plugin => ({
  name: 'source',
  setup({ onResolve }) {
    onResolve({ filter: /^(\.\.\/)+src\// }, ({ path, importer }) =>
      importer.startsWith(folder) ? undefined : { path: path.replace(/^.*?\/src(?=\/)/, folder) },
    )
  },
})

/**
 * Bundles a script of a page, from an entry whose imports are relative to `bench/`; every tracker is bundled like this.
 * @param source the folder that `src/` is taken from, where it is an earlier one.
 */
export const bundle = async (entry: string, source?: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: BENCH, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
    ...(source && { plugins: [sourceFrom(source)], nodePaths: [`${BENCH}../node_modules`] }),
  })
  const [output] = outputFiles
  if (!output) throw new Error('esbuild made no file')
  return output.text
}
