import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Bundles the script of the demo's pages for browsers: the shop's own code, and the board, which it shares with the
 * overlay.
 */
export const buildPageBundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./page/main.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}
