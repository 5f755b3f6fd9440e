import { createRelay } from '../src/relay/index.ts'
import { COUNTERS, type Desks } from './desks.ts'

/** Behind the name of a vendor: a host that no network knows. What is sent there never leaves the process. */
const NOWHERE = '.invalid'

/** Each vendor by the paths of its own; first what begins another's. */
const PATHS = Object.entries(COUNTERS)
  .flatMap(([name, { paths = [] }]) => paths.map((path) => ({ name, path })))
  .sort((one, other) => other.path.length - one.path.length)

/**
 * All that the pages of the demo send to: vendors by the paths of their own, and the site's relay at `/sendoff`, which calls
 * the others in this process.
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
