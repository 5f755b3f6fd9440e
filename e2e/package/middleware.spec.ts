import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { build } from 'esbuild'
import { test } from '../support/fixtures.ts'
import { fullStatusOf } from '../support/full-tracker.ts'
import { pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/** A site with a bundler, and a `before` that enriches, redacts, drops and fails. */
const SITE = `
  import { createTracker } from '../../src/full/index.ts'
  import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
  const before = (event) => {
    if (event.name === 'Secret') return null
    if (event.properties.label === 'broken') throw new Error('no such shop')
    const { card, ...properties } = event.properties
    return { ...event, properties: { ...properties, shop: 'north' } }
  }
  const destinations = [klaviyo({ companyId: 'AbC123', endpoint: ENDPOINT })]
  window.track = createTracker({ destinations, before, consent: 'required' })`

const scriptOf = async (endpoint: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: SITE, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { ENDPOINT: JSON.stringify(endpoint) },
  })
  return `<script>${outputFiles[0]?.text}</script>`
}

test('middleware enriches, redacts and drops once, at track time; one that throws loses nothing', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/bundled', pageWith(await scriptOf(vendor.origin)))
  const page = await visit(profile, `${site.origin}/bundled`)
  const told = await page.evaluate(async () => {
    const { track } = window
    const reports: string[] = []
    track.on('error', ({ reason, message }) => reports.push(`${reason}: ${message}`))
    // The event is held until consent, and passes the middleware all the same.
    const properties = { label: 'held', card: '4111' }
    track('Tested', properties)
    properties.label = 'changed later'
    Reflect.get(track, 'consent')('granted')
    track('Tested', { label: 'passed on', card: '4111' })
    track('Tested', { label: 'broken', card: 'kept' })
    const outcome = await track('Secret', { label: 'secret' }).settled
    return { reports, outcome }
  })
  expect(told).toEqual({
    reports: ['before: before has thrown: Error: no such shop; the event goes as it was'],
    outcome: { type: 'dropped', reason: 'filtered' },
  })
  await expectEachOnce(klaviyo, ['held', 'passed on', 'broken'], page)
  expect(await fullStatusOf(page)).toMatchObject({ filtered: 1 })
  const seen = klaviyo.events().map(({ properties: { label, shop, card } }) => [label, shop, card])
  expect(seen).toEqual([
    ['held', 'north', undefined],
    ['passed on', 'north', undefined],
    ['broken', undefined, 'kept'],
  ])
})
