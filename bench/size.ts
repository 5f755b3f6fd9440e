import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundle } from './trackers/bundle.ts'
import { TRACKERS, type TrackerName } from './trackers/names.ts'

export interface Size {
  readonly minified: number
  readonly brotli: number
}

export interface Sizes {
  /** The sizes of a page that starts the tracker and tracks one event, all bundled alike. */
  readonly bundled: Readonly<Record<TrackerName, Size>>
  /** The size of `dist/sendoff.klaviyo.js`, the script tag's file. */
  readonly script: Size
}

const sizeOf = (script: Buffer): Size => ({
  minified: script.length,
  brotli: brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
})

export const measureSizes = async (): Promise<Sizes> => {
  const bundled = await Promise.all(
    TRACKERS.map(async (name) => {
      const script = await bundle(
        `import { ${name} } from './trackers/${name}.ts'
         ${name}('https://collector.example').track('Viewed Product', { sku: 'A-1', value: 19.9 })`,
      )
      return [name, sizeOf(Buffer.from(script))] as const
    }),
  )
  return {
    bundled: Object.fromEntries(bundled) as Record<TrackerName, Size>,
    script: sizeOf(readFileSync(new URL('../dist/sendoff.klaviyo.js', import.meta.url))),
  }
}
