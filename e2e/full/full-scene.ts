import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Vendor } from '../../demo/http/vendor.ts'
import { pageWith } from '../scene.ts'

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('./in-page.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
})
const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')

/** A page with everything that `sendoff/full` has beside the bare tracker, which speaks to this vendor. */
export const fullPage = (
  vendor: Vendor,
  attributes: Readonly<Record<string, string>> = {},
  { before = '', body = '' }: { readonly before?: string; readonly body?: string } = {},
): string => {
  const list = Object.entries({ 'data-endpoint': vendor.origin, ...attributes })
  return pageWith(
    `${before}<script ${list.map(([name, value]) => `${name}="${value}"`).join(' ')}>${script}</script><body>${body}`,
  )
}
