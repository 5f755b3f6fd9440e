import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles the suite at `entry` with the code that it tests, and a stand-in for vitest. */
export const bundled = async (entry: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    alias: { vitest: fileURLToPath(new URL('./vitest-in-page.ts', import.meta.url)) },
  })
  return outputFiles[0]?.text ?? ''
}
