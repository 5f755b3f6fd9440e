import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { createListener } from '../../testing/http/listener.ts'
import { filesBelow, ROOT } from '../sources.ts'

const OUT = join(ROOT, 'site/out')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** The file that is served for a path; undefined where there is none. */
export const fileFor = (path: string): string | undefined => {
  const place = join(OUT, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '')
  return existsSync(place) && statSync(place).isFile() ? place : undefined
}

/** The pages, each by its path. */
export const builtPages = (): ReadonlyMap<string, string> =>
  new Map(
    filesBelow(OUT)
      .filter((path) => path.endsWith('.html') && path !== '404.html')
      .map((path) => [`/${path}`, readFileSync(join(OUT, path), 'utf8')]),
  )

/** Serves the site as any server of files does. */
export const serveSite = async () => {
  const { port, stop } = await createListener(({ url }) => {
    const file = fileFor(new URL(url).pathname)
    if (!file) return new Response('', { status: 404 })
    return new Response(readFileSync(file), {
      headers: { 'content-type': TYPES[extname(file)] ?? 'text/plain' },
    })
  })
  return { origin: `http://127.0.0.1:${port}`, stop }
}
