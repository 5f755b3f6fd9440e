import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { PLAIN_HOST } from '../../testing/browsers/launch-options.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import {
  expectIdle,
  goBack,
  labelled,
  letPass,
  trackAll,
  trackAllStored,
  visit,
} from '../support/shop-page.ts'
import { expectEachOnce, expectQueueEmpty, expectRecorded, tally, violations } from '../support/verdict.ts'
import { HOSTILE_SCRIPTS } from './hostile-scripts.ts'

const NONCE = 'bm9uY2U'
const labels = labelled('event', 20)

for (const [name, script] of Object.entries(HOSTILE_SCRIPTS)) {
  test(`delivers each event once where ${name}`, async ({ klaviyo, vendor, site, profile }) => {
    const tags = snippet(attributesFor(vendor))
    site.setPage('/hostile', pageWith(`<script>(${script})()</script>${tags}`))
    const page = await visit(profile, `${site.origin}/hostile`)
    await trackAll(page, labels)

    await expectEachOnce(klaviyo, labels, page)
  })
}

for (const { name, policy } of [
  { name: 'a strict policy with nonces', policy: '' },
  { name: 'trusted types', policy: "; require-trusted-types-for 'script'; trusted-types 'none'" },
]) {
  test(`works under ${name}`, async ({ klaviyo, vendor, site, profile }) => {
    const own = `<script>for (let n = 1; n <= 20; n += 1) track('Tested', { label: 'event ' + n })</script>`
    const html = `${snippet(attributesFor(vendor))}${own}`.replaceAll('<script', `<script nonce="${NONCE}"`)
    const csp = `default-src 'none'; img-src data:; base-uri 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; connect-src ${vendor.origin}`
    site.setPage('/strict', {
      html: pageWith(html),
      headers: { 'Content-Security-Policy': `${csp}${policy}` },
    })
    await visit(profile, `${site.origin}/strict`)

    await expectRecorded(klaviyo, labels)
    expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
    expect(violations(klaviyo)).toEqual([])
  })
}

for (const { name, frame } of [
  { name: 'a sandboxed frame without storage', frame: 'sandbox="allow-scripts" src="/framed"' },
  { name: 'a frame of another site', frame: 'src="LOCALHOST/framed"' },
]) {
  test(`works in ${name}`, async ({ klaviyo, vendor, site, profile }) => {
    const own = `<script>for (let n = 1; n <= 20; n += 1) track('Tested', { label: 'event ' + n })</script>`
    site.setPage('/framed', pageWith(`${snippet(attributesFor(vendor))}${own}`))
    site.setPage('/outer', pageWith(`<iframe ${frame.replace('LOCALHOST', site.localhost)}></iframe>`))
    await visit(profile, `${site.origin}/outer`)

    await expectRecorded(klaviyo, labels)
    expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
    expect(violations(klaviyo)).toEqual([])
  })
}

test('delivers once what waits while the page lies in the back/forward cache', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  await vendor.setMode({ type: 'rate-limit', retryAfterSeconds: 5, readable: true })
  const page = await visit(profile, site.origin)
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })),
  )
  await trackAll(page, labels)
  await expect.poll(() => vendor.requests().some(({ status }) => status === 429)).toBe(true)
  await expectIdle(page)
  await page.goto(`${site.origin}/bare`)
  await vendor.setMode({ type: 'up' })
  await goBack(page)
  expect(await page.evaluate(() => Reflect.get(window, 'persisted'))).toBe(true)

  await letPass(page, 3_600_000)
  await expectEachOnce(klaviyo, labels, page)
})

test('works on plain http, where browsers offer no locks', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, `http://${PLAIN_HOST}:${site.port}`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await trackAll(page, labels)

  await expectEachOnce(klaviyo, labels, page)
})

test('works on a page with a base element', async ({ klaviyo, vendor, site, profile }) => {
  const base = `<base href="${site.localhost}/elsewhere/">`
  site.setPage('/based', pageWith(`${base}${snippet(attributesFor(vendor))}`))
  const page = await visit(profile, `${site.origin}/based`)
  await trackAll(page, labels)

  await expectEachOnce(klaviyo, labels, page)
})

test('keeps at most 1,000 calls where a blocker stops the script', async ({ vendor, site, profile }) => {
  const blocked = snippet(attributesFor(vendor)).replace('/dist/sendoff', '/blocked/sendoff')
  site.setPage('/blocked', pageWith(blocked))
  const page = await visit(profile, `${site.origin}/blocked`)
  await trackAll(page, labelled('event', 5_000))

  expect(await page.evaluate(() => Reflect.get(window.track, 'q').length)).toBe(1_000)
})

test('works while another page upgrades its database, and afterwards', async ({ klaviyo, site, profile }) => {
  const page = await visit(profile, site.origin)
  await trackAllStored(page, ['before'])
  const other = await visit(profile, `${site.origin}/bare`)
  // The upgrade is blocked as long as a tracker's connection is open.
  await other.evaluate(() => {
    const opening = indexedDB.open('sendoff', 7)
    opening.onblocked = () => Object.assign(window, { blocked: true })
    opening.onsuccess = () => opening.result.close()
  })
  await expect.poll(() => other.evaluate(() => Reflect.get(window, 'blocked'))).toBe(true)
  await trackAll(page, labels)
  // The opening of this database waits behind the upgrade.
  const third = await visit(profile, site.origin)
  await trackAll(third, ['third'])
  await expectEachOnce(klaviyo, ['before', ...labels, 'third'], third)
  await expectQueueEmpty(page)
  await page.close()
  await third.close()

  const next = await visit(profile, site.origin)
  await trackAll(next, ['after'])
  await expectEachOnce(klaviyo, ['before', ...labels, 'third', 'after'], next)
})
