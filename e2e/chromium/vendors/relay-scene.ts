import { test as base } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import { relayEnv, startProcess } from '../../../test/relay/process.ts'
import { SETTINGS } from '../../../test/relay/set-up.ts'
import { launchPlaywright, type PlaywrightVisitor } from '../../../testing/browsers/playwright-visitor.ts'
import { type Site, startSite } from '../../../testing/http/site.ts'
import { startVendor, type Vendor } from '../../../testing/http/vendor.ts'
import { pageWith } from '../../support/scene.ts'
import type { RelayedVendor } from './relayed-vendors.ts'

/** The relay as the site's operator runs it: a process that can end and come again at the same address. */
export interface Relay {
  readonly origin: string
  stop(): Promise<void>
  start(): Promise<void>
}

export interface RelayScene {
  /** Labels that the vendor refuses. */
  readonly refused: ReadonlySet<string>
  /** The vendor's record: the judge of every test. */
  readonly emulator: ReturnType<RelayedVendor['create']>
  /** The vendor's server, which only the relay calls. */
  readonly vendor: Vendor
  /** A shop: `/` carries the script tag, `/bare` does not. */
  readonly site: Site
  readonly relay: Relay
  /** A Chromium with a profile of its own. */
  readonly visitor: PlaywrightVisitor
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

/** A test with the relay's command, a vendor behind it, a shop and a browser of its own, all on this machine. */
export const testRelayed = ({ name, create }: RelayedVendor) =>
  base.extend<RelayScene>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    refused: [async ({}, use) => use(new Set()), { option: true }],
    emulator: async ({ refused }, use) => use(create((label) => refused.has(label))),
    vendor: async ({ emulator }, use) => {
      const vendor = await startVendor(emulator)
      await use(vendor)
      await vendor.close()
    },
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    site: async ({}, use) => {
      const site = await startSite({ routes: { '/bare': pageWith('') } })
      await use(site)
      await site.close()
    },
    relay: async ({ vendor, site }, use) => {
      const relay = await startRelay(vendor, `${site.origin},${site.localhost}`)
      const attributes = { 'data-relay': `${relay.origin}/sendoff`, 'data-write-key': SETTINGS.writeKey }
      site.setPage('/', pageWith(snippet(attributes, `/dist/sendoff.${name}.js`)))
      await use(relay)
      await relay.stop()
    },
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    visitor: async ({}, use) => {
      const visitor = await launchPlaywright('chromium')
      await use(visitor)
      await visitor.close()
    },
  })
