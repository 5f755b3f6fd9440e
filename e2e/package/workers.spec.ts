import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { build } from 'esbuild'
import { test } from '../support/fixtures.ts'
import { visit } from '../support/shop-page.ts'

/** Returns what a page's worker tells: what it threw, how many names became global, and what the calls returned. */
const bundledWorker = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./inert-in-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

const EXPECTED = { failure: '', added: [], queues: [], settled: 'dropped' }

for (const { name, ask } of [
  {
    name: 'a worker',
    ask: () =>
      new Promise((resolve) => {
        const worker = new Worker('/worker.js')
        worker.onmessage = ({ data }) => resolve(data)
        worker.postMessage('begin')
      }),
  },
  {
    name: 'a service worker',
    ask: async () => {
      await navigator.serviceWorker.register('/worker.js')
      const { active } = await navigator.serviceWorker.ready
      const told = new Promise((resolve) => {
        navigator.serviceWorker.onmessage = ({ data }) => resolve(data)
      })
      active?.postMessage('begin')
      return told
    },
  },
]) {
  test(`the package is inert in ${name}`, async ({ klaviyo, vendor, site, profile }) => {
    const worker = (await bundledWorker()).replaceAll('https://vendor.test', vendor.origin)
    site.setPage('/worker.js', { html: worker, headers: { 'Content-Type': 'text/javascript' } })
    const page = await visit(profile, `${site.origin}/bare`)

    expect(await page.evaluate(ask)).toEqual(EXPECTED)
    expect(klaviyo.requests()).toEqual([])
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  })
}
