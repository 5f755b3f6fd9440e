import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { createKlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import type { EngineName, Tab, Visitor } from '../../testing/browsers/engine.ts'
import { launchVisitor } from '../../testing/browsers/launch-visitor.ts'
import { type Site, startSite } from '../../testing/http/site.ts'
import { type Collector, startCollector, type VendorHandler } from '../collector/collector.ts'
import type { Bench } from '../in-page/bench-window.ts'
import type { TrackerName } from '../trackers/names.ts'
import { pageOf, scriptOf } from '../trackers/page.ts'

/** A shop with one tracker, its collector and one visitor's browser. */
export interface Stage {
  readonly collector: Collector
  readonly site: Site
  readonly profile: Visitor
  /** What the vendor has recorded, where the collector is a vendor's emulator. */
  readonly vendor: VendorRecord | undefined
  /** Opens the shop in a new tab, and waits until the tracker has started. */
  visit(options?: {
    /** Milliseconds after the tracker says that it is ready: for what it still loads or asks for. @default 700 */
    readonly startedMs?: number
  }): Promise<Tab>
  /** Tracks events in one task; the verdict is about these. */
  track(page: Tab, count: number): Promise<void>
  tracked(): readonly Tracked[]
  /** Returns the requests of pages to other machines than this. */
  strayRequests(): readonly string[]
  end(): Promise<void>
}

/** The part of an emulator's record that tells the fate of the events. */
export interface VendorRecord {
  events(): readonly { readonly properties: Readonly<Record<string, unknown>> }[]
  /** Returns the requests that broke the contract. */
  violations(): readonly { readonly details: readonly string[] }[]
}

export interface Tracked {
  readonly label: number
  readonly atMs: number
}

/** The longest loop: a longer one is cut off, and the events that were not tracked do not count. */
const MAX_LOOP_MS = 30_000
const STARTED_MS = 700

const LOCAL = ['127.0.0.1', 'localhost']

/** Notes requests to other machines; WebKit's driver does not tell of them. */
const noteStray = (tab: Tab, stray: Set<string>): void => {
  if (!('context' in tab)) return
  const page = tab as Page
  page.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url())
    if (protocol.startsWith('http') && !LOCAL.includes(hostname)) stray.add(origin)
  })
}

export type BenchPage = Window & { readonly bench: Bench }

/** Where a site of the benchmark serves sendoff's worker. */
export const WORKER = '/sendoff-worker.js'

/** The built worker, as a site serves it. */
export const workerPage = () => ({
  html: readFileSync(new URL('../../dist/sendoff.worker.js', import.meta.url), 'utf8'),
  headers: { 'Content-Type': 'text/javascript' },
})

export interface Setting {
  /** Makes the script that starts the tracker, for a collector of this origin. */
  readonly script: (collector: string) => Promise<string>
  readonly vendor?: VendorRecord & { readonly handle: VendorHandler }
  readonly engine?: EngineName
}

export const setStage = async ({ script, vendor, engine = 'chromium' }: Setting): Promise<Stage> => {
  const collector = await startCollector(vendor && { vendor: vendor.handle })
  const shop = pageOf(await script(collector.origin))
  const site = await startSite({ routes: { '/': shop, '/bare': pageOf(), [WORKER]: workerPage() } })
  const profile = await launchVisitor(engine)
  const stray = new Set<string>()
  const tracked: Tracked[] = []

  return {
    collector,
    site,
    profile,
    vendor,
    async visit({ startedMs = STARTED_MS } = {}) {
      const page = await profile.page()
      noteStray(page, stray)
      await page.goto(site.origin)
      await page.evaluate(() => (window as unknown as BenchPage).bench.ready.then(() => undefined))
      await sleep(startedMs)
      return page
    },
    async track(page, count) {
      const from = tracked.length + 1
      const atMs = performance.now()
      const { calls } = await page.evaluate(
        (options) => (window as unknown as BenchPage).bench.loop(options),
        { from, count, maxMs: MAX_LOOP_MS },
      )
      for (let label = from; label < from + calls; label++) tracked.push({ label, atMs })
    },
    tracked: () => tracked,
    strayRequests: () => [...stray],
    async end() {
      await profile.close()
      await Promise.all([site.close(), collector.close()])
    },
  }
}

/**
 * Starts a stage.
 * @param worker whether the site has switched on what only sendoff has: the service worker.
 */
export const startStage = (tracker: TrackerName, worker?: 'worker', engine?: EngineName): Promise<Stage> =>
  setStage({
    script: (collector) => scriptOf(tracker, collector, worker && WORKER),
    ...(tracker === 'sendoff' && { vendor: createKlaviyoEmulator() }),
    ...(engine && { engine }),
  })
