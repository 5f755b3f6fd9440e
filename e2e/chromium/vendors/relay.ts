import { snippet } from '../../../demo/snippet.ts'
import { relayEnv, startProcess } from '../../../test/relay/process.ts'
import { SETTINGS } from '../../../test/relay/set-up.ts'
import type { Vendor } from '../../../testing/http/vendor.ts'
import { testAt } from '../../support/fixtures.ts'
import { pageWith } from '../../support/shop-html.ts'
import type { RelayedRecord, RelayedVendor } from './relayed-vendors.ts'

/** The relay as the site's operator runs it: a process that can end, and start again at the same address. */
interface Relay {
  readonly origin: string
  stop(): Promise<void>
  start(): Promise<void>
}

const startRelay = async (vendor: Vendor, origins: string): Promise<Relay> => {
  const env = { ...relayEnv({ helpcrunch: vendor.origin, yotpo: vendor.origin }), SENDOFF_ORIGINS: origins }
  let running = await startProcess(env)
  const origin = running.address
  const { port } = new URL(origin)
  return {
    origin,
    stop: () => running.stop(),
    async start() {
      running = await startProcess({ ...env, PORT: port })
    },
  }
}

/** Makes a test with the relay's command: the shop calls the relay, and only the relay calls the vendor. */
export const testRelayed = ({ name, create }: RelayedVendor) =>
  testAt<RelayedRecord, { /** The labels of the test. */ readonly refused?: ReadonlySet<string> }>({
    script: `sendoff.${name}.js`,
    account: {},
    create: ({ refused }) => create((label) => refused?.has(label) ?? false),
  }).extend<{ readonly relay: Relay }>({
    relay: [
      async ({ vendor, site, script }, use) => {
        const relay = await startRelay(vendor, `${site.origin},${site.localhost}`)
        const attributes = { 'data-relay': `${relay.origin}/sendoff`, 'data-write-key': SETTINGS.writeKey }
        const shop = pageWith(snippet(attributes, `/dist/${script}`))
        for (const path of ['/', '/next']) site.setPage(path, shop)
        await use(relay)
        await relay.stop()
      },
      // The fixture is automatic, because the page of every shop names its relay.
      { auto: true },
    ],
  })
