// The command `npm run bench:outbound [-- pairs]` tells what tracking outbound links costs the visitor who follows one.
import { loadavg } from 'node:os'
import { chromium, type Page } from '@playwright/test'
import { recordedAs } from '../e2e/support/recorded.ts'
import { fullPage, pageWith } from '../e2e/support/shop-html.ts'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { startSite } from '../testing/http/site.ts'
import { startVendor } from '../testing/http/vendor.ts'
import { quantile } from './report/quantile.ts'

const pairs = Number(process.argv[2] ?? 50)
/** The longest delay that nobody notices. */
const MAX_DELAY_MS = 5

/** Milliseconds since the mouse button was released. */
interface Times {
  /** When the browser began to fetch the other host's page. */
  readonly begun: number
  /** When that page's first script ran: the page before it has been left, and has done its last work. */
  readonly arrived: number
}

/**
 * Makes a page whose link carries the time of the click, taken before any other listener runs; nothing else reaches the
 * other host.
 */
const bodyFor = (link: string): string => `<a href="${link}">out</a><script>
  addEventListener('click', (event) => {
    document.querySelector('a').hash = performance.timeOrigin + event.timeStamp
  }, true)
</script>`

const klaviyo = createKlaviyoEmulator()
const vendor = await startVendor(klaviyo)
const site = await startSite()
const body = bodyFor(`${site.localhost}/there`)
site.setPage('/with', fullPage(vendor, { 'data-declarative': '', 'data-outbound': '' }, { body }))
site.setPage('/without', pageWith(`<body>${body}`))
site.setPage(
  '/there',
  pageWith('<script>window.arrived = performance.timeOrigin + performance.now()</script>'),
)
const browser = await chromium.launch(launchOptions)

const follow = async (page: Page, path: string): Promise<Times> => {
  await page.goto(`${site.origin}${path}`)
  // The wait lets the script finish its start.
  await page.waitForTimeout(200)
  await page.click('a')
  await page.waitForURL(`${site.localhost}/there**`)
  return page.evaluate(() => {
    const clicked = Number(location.hash.slice(1))
    return {
      begun: performance.timeOrigin - clicked,
      arrived: Number(Reflect.get(window, 'arrived')) - clicked,
    }
  })
}

const loadAtStart = loadavg()[0] ?? 0
const page = await browser.newPage()
const samples: { readonly plain: Times; readonly tracked: Times }[] = []
// The first pair warms up, and does not count.
for (let pair = 0; pair <= pairs; pair++) {
  const [first, second] = pair % 2 ? ['/with', '/without'] : ['/without', '/with']
  const times = new Map([[`${first}`, await follow(page, `${first}`)]])
  times.set(`${second}`, await follow(page, `${second}`))
  const [plain, tracked] = [times.get('/without'), times.get('/with')]
  if (pair && plain && tracked) samples.push({ plain, tracked })
}
// The last events are sent by the next visit.
await page.goto(`${site.origin}/with`)
const deadlineMs = performance.now() + 30_000
while (recordedAs(klaviyo, 'Clicked Link').length < pairs + 1 && performance.now() < deadlineMs)
  await page.waitForTimeout(100)
const recorded = recordedAs(klaviyo, 'Clicked Link').length

console.log(
  `Chromium ${browser.version()}; ${pairs} pairs, order alternating; load average ${loadAtStart.toFixed(1)} at the start`,
)
const spread = (values: readonly number[]): string =>
  `${quantile(values, 0.5).toFixed(1)} ms (${quantile(values, 0.25).toFixed(1)} to ${quantile(values, 0.75).toFixed(1)})`
const delays = (['begun', 'arrived'] as const).map((moment) => {
  const tracked = samples.map((sample) => sample.tracked[moment])
  const plain = samples.map((sample) => sample.plain[moment])
  const differences = samples.map((sample) => sample.tracked[moment] - sample.plain[moment])
  const apart = quantile(tracked, 0.5) - quantile(plain, 0.5)
  console.log(
    `from the click until the next page has ${moment}: ${spread(tracked)} with sendoff, ${spread(plain)} without`,
  )
  console.log(`  medians ${apart.toFixed(1)} ms apart; difference within a pair ${spread(differences)}`)
  return apart
})
console.log(`${recorded} of ${pairs + 1} clicks recorded`)
await Promise.all([browser.close(), site.close(), vendor.close()])
if (Math.max(...delays) > MAX_DELAY_MS) console.error(`too slow: more than ${MAX_DELAY_MS} ms`)
if (recorded !== pairs + 1) console.error('not each click was recorded once')
process.exitCode = Math.max(...delays) > MAX_DELAY_MS || recorded !== pairs + 1 ? 1 : 0
