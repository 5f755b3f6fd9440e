import { createRelay, helpcrunchVendor, yotpoVendor } from '../src/relay/index.ts'
import type { Desk, VendorName } from './desks.ts'

/** Names that no network knows: what is sent there never leaves the process. */
const HOSTS: Readonly<Record<string, VendorName>> = {
  'yotpo.invalid': 'yotpo',
  'helpcrunch.invalid': 'helpcrunch',
}

/** Each by the paths of its own; first what begins another's. */
const PATHS: readonly (readonly [path: string, vendor: VendorName])[] = [
  ['/client/', 'klaviyo'],
  ['/track/v2/', 'bloomreach'],
  ['/v1/batch', 'segment'],
  ['/batch/', 'posthog'],
  ['/batch', 'amplitude'],
  ['/2/httpapi', 'amplitude'],
  ['/track', 'mixpanel'],
  ['/engage', 'mixpanel'],
]

const deskAt = (pathname: string): VendorName =>
  PATHS.find(([path]) => pathname.startsWith(path))?.[1] ?? 'crowdpower'

/**
 * All that the pages of the demo send to: vendors by the paths of their own, and the site's relay at `/sendoff`, which calls
 * the other two in this process.
 */
export const createVendorDoor = (desks: Readonly<Record<VendorName, Desk>>, origins: readonly string[]) => {
  const relay = createRelay({
    origins,
    writeKeys: ['demo'],
    vendors: [
      yotpoVendor({
        storeId: 'store-1',
        secret: 'yotpo-private-secret',
        endpoint: 'http://yotpo.invalid',
      }),
      helpcrunchVendor({
        apiKey: 'hc-private-key',
        createCustomers: true,
        requestsPerMinute: 60_000,
        endpoint: 'http://helpcrunch.invalid',
      }),
    ],
    world: {
      fetch: (url, init) => {
        const name = HOSTS[new URL(url).hostname]
        return name
          ? desks[name].handle(new Request(url, init))
          : Promise.reject(new TypeError('no such vendor'))
      },
    },
  })
  return {
    handle(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url)
      return pathname === '/sendoff' ? relay(request) : desks[deskAt(pathname)].handle(request)
    },
  }
}
