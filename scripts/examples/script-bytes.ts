import { brotliCompressSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/**
 * Notes which scripts a page loads, and returns a function that tells their size together, each compressed with Brotli.
 */
export const listenToScripts = (page: Page): (() => Promise<number>) => {
  const urls = new Set<string>()
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) urls.add(response.url())
  })
  return async () => {
    const sizes = [...urls].map(async (url) => {
      const body = await (await fetch(url)).arrayBuffer()
      return brotliCompressSync(new Uint8Array(body)).length
    })
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  }
}
