import { build } from 'esbuild'
import { ROOT } from '../../test/sources.ts'

/** Bundles this code with `sendoff/full` and the vendors' modules, as the sources have them. */
export const moduleScript = async (code: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const script = outputFiles[0]?.text ?? ''
  return `<script>${script.replaceAll('</script', '<\\/script')}</script>`
}

/**
 * Makes a page's own script that starts the full tracker for one vendor, as `window.track`, when `window.start()` is
 * called.
 */
export const fullModuleFor = (vendor: string, key: string, endpoint: string): Promise<string> =>
  moduleScript(`
    import { createTracker } from './src/full/index.ts'
    import { fromAttributes } from './src/vendors/${vendor}/attributes.ts'
    const [destination] = fromAttributes(${JSON.stringify({ key, endpoint })})
    window.start = () => { window.track = createTracker({ destinations: [destination] }) }`)
