import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { SHARED_VENDORS } from '../../scripts/script-files.mjs'
import {
  createBloomreachEmulator,
  PROJECT_TOKEN,
  PUBLIC_TOKEN,
} from '../../src/vendors/bloomreach/emulator/emulator.ts'
import { createCrowdpowerEmulator, PUBLIC_KEY } from '../../src/vendors/crowdpower/emulator/emulator.ts'
import { createKlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { testAt } from '../support/fixtures.ts'
import { pageWith } from '../support/shop-html.ts'
import { labelled, trackAll, visit } from '../support/shop-page.ts'
import { expectEachRecordedOnce, type VendorRecord } from '../support/vendor-verdict.ts'

type Emulator = VendorRecord & {
  handle(request: Request): Promise<Response>
  requests(): readonly unknown[]
}

const vendors: readonly {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly create: () => Emulator
}[] = [
  { name: 'klaviyo', attributes: { 'data-key': 'AbC123' }, create: () => createKlaviyoEmulator() },
  {
    name: 'bloomreach',
    attributes: { 'data-project': PROJECT_TOKEN, 'data-key': PUBLIC_TOKEN },
    create: () => createBloomreachEmulator(),
  },
  { name: 'crowdpower', attributes: { 'data-key': PUBLIC_KEY }, create: () => createCrowdpowerEmulator() },
]

for (const { name, attributes, create } of vendors) {
  const test = testAt<Emulator, object>({
    script: 'sendoff.js',
    account: { 'data-destination': name, ...attributes },
    create,
  })

  test(`the script for all vendors speaks to ${name}`, async ({ emulator, site, profile }) => {
    const labels = labelled('event', 20)
    const page = await visit(profile, site.origin)
    await page.evaluate(() => window.track.identify('customer-7'))
    await trackAll(page, labels)

    await expectEachRecordedOnce(emulator, labels, page)
  })
}

const secret = `sk_${'0123456789abcdef'.repeat(4)}`
const mistakes: readonly { readonly attributes: Readonly<Record<string, string>>; readonly says: RegExp }[] =
  [
    {
      attributes: { 'data-destination': 'crowdpower', 'data-key': secret },
      says: /sendoff: crowdpower key has \d+ characters; expected .*never a private sk_ key/,
    },
    {
      attributes: {
        'data-destination': 'bloomreach',
        'data-project': PROJECT_TOKEN,
        'data-key': `Basic ${secret}`,
      },
      says: /sendoff: bloomreach key has \d+ characters; expected .*never a private key \(Basic …\)/,
    },
    {
      attributes: { 'data-destination': 'bloomreach', 'data-key': PUBLIC_TOKEN },
      says: /sendoff: bloomreach projectToken has 1 characters; expected/,
    },
    {
      attributes: { 'data-destination': 'crowdpower', 'data-key': PUBLIC_KEY, 'data-project': 'x' },
      says: /sendoff: project is unknown; expected one of destinations,maxAgeDays,maxEvents,namespace/,
    },
    {
      attributes: { 'data-destination': 'klaviyo', 'data-key': PUBLIC_KEY },
      says: /data-key\) is malformed; expected Klaviyo's public site id/,
    },
    {
      attributes: { 'data-destination': 'pigeon' },
      says: new RegExp(`data-destination is pigeon; expected one of ${SHARED_VENDORS}`),
    },
  ]

const test = testAt<Emulator, object>({
  script: 'sendoff.js',
  account: {},
  create: () => createKlaviyoEmulator(),
})

for (const [index, { attributes, says }] of mistakes.entries()) {
  test(`refuses mistake ${index + 1} at start, by name: ${says.source}`, async ({
    emulator,
    vendor,
    site,
    profile,
  }) => {
    const tag = { 'data-endpoint': vendor.origin, ...attributes }
    const listen = "<script>addEventListener('error', ({ message }) => { window.told = message })</script>"
    site.setPage('/mistaken', pageWith(`${listen}${snippet(tag, '/dist/sendoff.js')}`))
    const page = await visit(profile, `${site.origin}/mistaken`)
    const told = () => page.evaluate(() => `${Reflect.get(window, 'told')}`)

    await expect.poll(told).toMatch(says)
    expect(await told()).not.toContain(secret)
    // The stub stays, so that the page's own calls still do not throw.
    await trackAll(page, ['event'])
    expect(emulator.requests()).toEqual([])
  })
}
