import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Miniflare } from 'miniflare'
import { ROOT } from '../sources.ts'
import { testRelay } from './conformance.ts'
import { SETTINGS } from './set-up.ts'

/** As a site writes it: the relay is made once, with the secrets that the platform gives to a request. */
const WORKER = `
import { createRelay, helpcrunchVendor, yotpoVendor } from './relay.js'
let relay
const worker = {
  fetch(request, env) {
    relay ??= createRelay({
      origins: [env.origin],
      writeKeys: [env.writeKey],
      vendors: [
        helpcrunchVendor({
          apiKey: () => env.apiKey,
          createCustomers: true,
          requestsPerMinute: env.requestsPerMinute,
          endpoint: env.helpcrunch,
        }),
        yotpoVendor({ storeId: env.storeId, secret: () => env.secret, endpoint: env.yotpo }),
      ],
    })
    return relay(request)
  },
}
export { worker as default }`

testRelay('in workerd', async (endpoints) => {
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    modules: [
      { type: 'ESModule', path: 'worker.js', contents: WORKER },
      {
        type: 'ESModule',
        path: 'relay.js',
        contents: readFileSync(join(ROOT, 'dist/relay/index.js'), 'utf8'),
      },
    ],
    compatibilityDate: '2026-04-01',
    bindings: { ...SETTINGS, ...endpoints },
  })
  const address = await miniflare.ready
  return {
    send: (init) => fetch(new URL('/sendoff', address), { method: 'POST', ...init }),
    stop: () => miniflare.dispose(),
  }
})
