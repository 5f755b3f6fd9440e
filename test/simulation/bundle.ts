import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type Plugin } from 'esbuild'

/**
 * A module of this folder, with all that it imports, as an address that can be imported. Unlike what a loader of TypeScript
 * makes of it, no function is given its name again each time that it is made: that takes a fifth of a story's time.
 */
export const bundle = (file: string, plugins: Plugin[] = []): Promise<URL> =>
  bundled({ entryPoints: [fileURLToPath(new URL(file, import.meta.url))], plugins })

/** The same of a module that is only this text. */
export const bundleText = (contents: string, plugins: Plugin[] = []): Promise<URL> =>
  bundled({ stdin: { contents, resolveDir: dirname(fileURLToPath(import.meta.url)) }, plugins })

const bundled = async (options: BuildOptions): Promise<URL> => {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')
  return new URL(`data:text/javascript;base64,${source}`)
}
