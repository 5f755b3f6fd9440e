import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import { expect } from '@playwright/test'
import { test } from '../scene.ts'
import { asWritten, bundle, inline } from './as-written.ts'
import { expectRecordedExactly } from './recorded.ts'

/** Next's own: the path, on a server that of the request, in a page that of the last client-side navigation. */
const NAVIGATION = `
  import { useSyncExternalStore } from 'react'
  const listen = (listener) => (addEventListener('popstate', listener), () => removeEventListener('popstate', listener))
  export const usePathname = () => useSyncExternalStore(listen, () => location.pathname, () => '/shop')`

const TREE = `
  import RootLayout from './app/layout'
  const tree = <RootLayout><main>Shop</main></RootLayout>`
const SERVER = `import { renderToString } from 'react-dom/server'
  ${TREE}
  globalThis.html = renderToString(tree)`
const CLIENT = `import './instrumentation-client'
  import { StrictMode } from 'react'
  import { hydrateRoot } from 'react-dom/client'
  ${TREE}
  hydrateRoot(document, <StrictMode>{tree}</StrictMode>)`

const renderedOnServer = (code: string): string => {
  const scope: { html?: string } & Record<string, unknown> = {
    require: createRequire(import.meta.url),
    process,
    console,
    TextEncoder,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    MessageChannel,
    performance,
  }
  scope.globalThis = scope
  runInNewContext(code, scope)
  return scope.html ?? ''
}

test('a Next.js layout renders on a server, is hydrated as it is, and tracks each page once', async ({
  klaviyo,
  vendor,
  site,
  visitor,
}) => {
  const files = asWritten('nextjs', vendor.origin)
  const standIns = { 'next/navigation': NAVIGATION }
  const html = renderedOnServer(await bundle({ ...files, entry: SERVER }, { platform: 'node', standIns }))
  const script = await bundle({ ...files, entry: CLIENT }, { standIns })
  expect(html).toContain('<main>Shop</main>')
  site.setPage('/shop', `<!doctype html>${html.replace('</body>', () => `${inline(script)}</body>`)}`)
  const page = await visitor.page()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await page.goto(`${site.origin}/shop`)
  await expectRecordedExactly(klaviyo, [['Viewed Page', { path: '/shop' }]])
  await page.evaluate(() => {
    history.pushState({}, '', '/shop/a-1')
    dispatchEvent(new PopStateEvent('popstate'))
  })

  await expectRecordedExactly(klaviyo, [
    ['Viewed Page', { path: '/shop' }],
    ['Viewed Page', { path: '/shop/a-1' }],
  ])
  expect(errors).toEqual([])
})
