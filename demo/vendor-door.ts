import { createRelay } from '../src/relay/index.ts'
import { COUNTERS, type Desks } from './desks.ts'

/** The end of each vendor's host name, which no network knows: requests to it never leave the process. */
const NOWHERE = '.invalid'

/** The beginnings of the vendors' paths; a longer one comes before the one that begins it. */
const PATHS = Object.entries(COUNTERS)
  .flatMap(([name, { paths = [] }]) => paths.map((path) => ({ name, path })))
  .sort((one, other) => other.path.length - one.path.length)

/**
 * Answers all requests of the demo's pages: each vendor at its own paths, and the site's relay at `/sendoff`, which
 * calls the other vendors in this process.
 */
export const createVendorDoor = (desks: Desks, origins: readonly string[]) => {
  const handledBy = (name: string | undefined, request: Request): Promise<Response> =>
    (name !== undefined && desks[name]?.handle(request)) ||
    Promise.resolve(new Response('no vendor has this path', { status: 404 }))
  const relay = createRelay({
    origins,
    writeKeys: ['demo'],
    vendors: Object.entries(COUNTERS).flatMap(
      ([name, { relayed }]) => relayed?.(`http://${name}${NOWHERE}`) ?? [],
    ),
    world: {
      fetch: (url, init) => handledBy(new URL(url).hostname.replace(NOWHERE, ''), new Request(url, init)),
    },
  })
  return {
    handle(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url)
      if (pathname === '/sendoff') return relay(request)
      return handledBy(PATHS.find(({ path }) => pathname.startsWith(path))?.name, request)
    },
  }
}
