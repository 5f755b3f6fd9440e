import { join } from 'node:path'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { expect, test } from 'vitest'
import { ROOT } from '../sources.ts'

/** A site's page, rendered by a worker at the edge. */
const WORKER = `
import { createTracker } from './src/index.ts'
import { klaviyo } from './src/vendors/klaviyo/destination.ts'
const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
const worker = {
  async fetch() {
    const { stored, settled } = track('At the edge', { sku: 'A-1' })
    track.identify('someone', { email: 'ada@shop.test' })
    track.reset()
    track.on('settled', () => undefined)()
    await stored
    const { queues } = await track.flush()
    return Response.json({ page: typeof document, settled: (await settled).type, queues })
  },
}
export { worker as default }`

test('the package is inert in workerd, where pages are rendered too', async () => {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: ROOT, sourcefile: join(ROOT, 'worker.js') },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    modules: [{ type: 'ESModule', path: 'worker.js', contents: outputFiles[0]?.text ?? '' }],
    compatibilityDate: '2026-04-01',
  })
  try {
    const response = await fetch(await miniflare.ready)
    expect(await response.json()).toEqual({ page: 'undefined', settled: 'dropped', queues: [] })
  } finally {
    await miniflare.dispose()
  }
})
