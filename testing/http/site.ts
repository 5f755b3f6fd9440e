import { fileURLToPath } from 'node:url'
import type { HttpBindings } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { createListener } from './listener.ts'

/** A page: its HTML, which a function makes anew for each visit; `headers` for a policy such as CSP. */
export type Page =
  | string
  | (() => string)
  | { readonly html: string; readonly headers: Readonly<Record<string, string>> }

export interface Site {
  readonly port: number
  /** `http://127.0.0.1:port` */
  readonly origin: string
  /** The same server under another name, which is another origin to a browser: `http://localhost:port`. */
  readonly localhost: string
  /** Adds or replaces a page. */
  setPage(path: string, page: Page): void
  close(): Promise<void>
}

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

const htmlOf = (page: Page): { html: string; headers: Readonly<Record<string, string>> } => {
  if (typeof page === 'string') return { html: page, headers: {} }
  return typeof page === 'function' ? { html: page(), headers: {} } : page
}

/**
 * Serves the files of `dist/` at `/dist/`; browsers ask for them again at every visit, because a build may have changed
 * them.
 */
export const distFiles = serveStatic<{ Bindings: HttpBindings }>({
  root: DIST,
  rewriteRequestPath: (path) => path.replace(/^\/dist/, ''),
  onFound: (_, context) => context.header('Cache-Control', 'no-cache'),
})

/**
 * Serves pages given as strings, by path, and the files of `dist/`.
 * Pages carry no `Cache-Control: no-store`, which would keep them out of the back/forward cache.
 *
 * @example
 * const site = await startSite({ routes: { '/': '<!doctype html><title>Shop</title>' } })
 */
export const startSite = async ({
  routes = {},
  port = 0,
}: {
  routes?: Readonly<Record<string, Page>>
  port?: number
} = {}): Promise<Site> => {
  const pages = new Map(Object.entries(routes))
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use('/dist/*', distFiles)
  app.get('*', (context) => {
    const page = pages.get(context.req.path)
    if (page === undefined) return context.notFound()
    const { html, headers } = htmlOf(page)
    return context.html(html, 200, { ...headers })
  })
  const listener = await createListener(app.fetch, port)

  return {
    port: listener.port,
    origin: `http://127.0.0.1:${listener.port}`,
    localhost: `http://localhost:${listener.port}`,
    setPage: (path, page) => void pages.set(path, page),
    close: listener.stop,
  }
}
