import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const BENCH = fileURLToPath(new URL('..', import.meta.url))

/** A script of a page, from an entry whose imports are relative to `bench/`; every tracker goes through this. */
export const bundle = async (entry: string): Promise<string> => {
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
  })
  const [output] = outputFiles
  if (!output) throw new Error('esbuild made no file')
  return output.text
}
