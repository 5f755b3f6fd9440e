import { expect } from '@playwright/test'
import { API_KEY } from '../../../src/vendors/amplitude/emulator/emulator.ts'
import { TOKEN } from '../../../src/vendors/mixpanel/emulator/emulator.ts'
import { PROJECT_KEY } from '../../../src/vendors/posthog/emulator/emulator.ts'
import { WRITE_KEY } from '../../../src/vendors/segment/emulator/emulator.ts'
import { toldIn } from '../../../test/witness/told.ts'
import { startVendor } from '../../../testing/http/vendor.ts'
import { test } from '../../support/fixtures.ts'
import { startFreshSite } from '../../support/fresh-site.ts'
import { fullModuleFor, moduleScript } from '../../support/full-module.ts'
import { pageWith } from '../../support/shop-html.ts'
import { asWritten } from './as-written.ts'

interface Library {
  readonly vendor: string
  readonly key: string
  /** The library's name for itself, in the requests that it sends. */
  readonly called: RegExp
  /** Makes `window[vendor]`, and `window.begun`, with the library's own endpoint at `origin`. */
  readonly begin: (origin: string) => string
}

const LIBRARIES: readonly Library[] = [
  {
    vendor: 'segment',
    key: WRITE_KEY,
    called: /^analytics\.js/,
    begin: (origin) => `
      import { AnalyticsBrowser } from '@segment/analytics-next'
      window.analytics = AnalyticsBrowser.load(
        { writeKey: '${WRITE_KEY}', cdnSettings: { integrations: { 'Segment.io': { apiKey: '${WRITE_KEY}' } } } },
        { integrations: { 'Segment.io': { apiHost: '${new URL(origin).host}/v1', protocol: 'http' } } },
      )
      window.begun = window.analytics.ready()`,
  },
  {
    vendor: 'posthog',
    key: PROJECT_KEY,
    called: /^web$/,
    begin: (origin) => `
      import { posthog } from 'posthog-js'
      posthog.init('${PROJECT_KEY}', {
        api_host: '${origin}', disable_compression: true, request_batching: false,
        autocapture: false, capture_pageview: false, capture_pageleave: false, capture_performance: false,
        disable_session_recording: true, disable_surveys: true, disable_external_dependency_loading: true,
        advanced_disable_flags: true, opt_out_useragent_filter: true,
      })
      Object.assign(window, { posthog, begun: Promise.resolve() })`,
  },
  {
    vendor: 'amplitude',
    key: API_KEY,
    called: /^amplitude-ts/,
    begin: (origin) => `
      import * as amplitude from '@amplitude/analytics-browser'
      const { promise } = amplitude.init('${API_KEY}', {
        serverUrl: '${origin}/2/httpapi', flushIntervalMillis: 100, autocapture: false, fetchRemoteConfig: false,
        remoteConfig: { fetchRemoteConfig: false }, enableDiagnostics: false, enableRequestBodyCompression: false,
      })
      Object.assign(window, { amplitude, begun: promise })`,
  },
  {
    vendor: 'mixpanel',
    key: TOKEN,
    called: /^web$/,
    begin: (origin) => `
      import mixpanel from 'mixpanel-browser/src/loaders/loader-module-core'
      mixpanel.init('${TOKEN}', {
        api_host: '${origin}', batch_requests: false, ignore_dnt: true, autocapture: false, track_pageview: false,
      })
      Object.assign(window, { mixpanel, begun: Promise.resolve() })`,
  },
]

/** One answer that each of the libraries takes for its vendor's success. */
const YES = { status: 1, code: 200, success: true, error: null, events_ingested: 1 }
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' }
const TRACKED = ['Viewed Product', 'Placed Order']

for (const { vendor: name, key, called, begin } of LIBRARIES)
  test(`${name}’s own library and sendoff on one page speak of the same visitor and the same user`, async ({
    visitor,
  }) => {
    const vendor = await startVendor(
      { handle: async () => Response.json(YES, { headers: CORS }) },
      { keepBodies: true },
    )
    const scripts = await Promise.all([
      moduleScript(begin(vendor.origin)),
      fullModuleFor(name, key, vendor.origin),
    ])
    const site = await startFreshSite({ '/': pageWith(scripts.join('')) })
    const files = asWritten('migrating', vendor.origin)
    const page = await visitor.page()
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(site.origin)
    await page.evaluate(() => Reflect.get(window, 'begun'))
    // The calls are made one after the other: some of these libraries read the identity only when they send.
    const call = (line: string) =>
      page.evaluate(`(async () => { const its = (${line}); await (its?.promise ?? its) })()`)
    const linesOf = (file: string) => `${files[file]}`.trim().split('\n') as [string, ...string[]]
    const [first, ...others] = linesOf(`${name}-before.js`)
    const [ourFirst, ...ourOthers] = linesOf('after.js')
    // Segment's library names the visitor only with the first event.
    await call(first)
    await page.evaluate(() => Reflect.get(window, 'start')())
    for (const line of [ourFirst, ...others, ...ourOthers]) await call(line)

    const told = () =>
      toldIn(
        name,
        vendor.requests().flatMap(({ body }) => body || []),
      )
    const of = (isOurs: boolean) =>
      told()
        .filter(({ library }) => (isOurs ? library === 'sendoff' : called.test(library)))
        .filter((event) => TRACKED.includes(event.name))
        .map(({ library: _, ...event }) => event)
        .sort((one, other) => other.name.localeCompare(one.name))
    await expect.poll(() => [of(true).length, of(false).length], { timeout: 30_000 }).toEqual([2, 2])
    expect(of(true)).toEqual(of(false))
    expect(of(true).map(({ person }) => person === 'customer-7')).toEqual([false, true])
    expect(errors).toEqual([])
    await Promise.all([site.close(), vendor.close()])
  })
