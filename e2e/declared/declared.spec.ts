import { expect } from '@playwright/test'
import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { test } from '../support/fixtures.ts'
import { expectRecordedAs, recordedAs } from '../support/recorded.ts'
import { fullPage } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'

const ATTRIBUTES = { 'data-declarative': '', 'data-outbound': '' }

/** Returns what was tracked up to `Done`, which comes last. */
const trackedUpToDone = async (klaviyo: KlaviyoEmulator) => {
  await expectRecordedAs(klaviyo, 'Done', 1)
  return klaviyo
    .events()
    .map(({ metric, unique_id, properties }) => ({ metric, id: `${unique_id}`, properties }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, -1)
}

const BODY = `
  <div data-track="Outer" data-track-zone="main">
    <button id="plain"><b><i id="deep">in nobody's button</i></b></button>
    <button data-track="Inner" data-track-sku="A-1" data-track-product-id="7"><b><i id="nested">buy</i></b></button>
    <label id="label">all <input id="box" type="checkbox"></label>
  </div>
  <p id="silent">nothing</p>
  <button id="nameless" data-track="">nothing</button>
  <form id="form" data-track="Signed Up" data-track-plan="gold" onsubmit="return false">
    <input name="attributes"><input name="getAttribute"><button id="send">Send</button>
  </form>
  <button id="hushed" data-track="Hushed" onclick="event.stopImmediatePropagation()">no bubbles</button>
  <div id="host"></div>
  <script>
    host.attachShadow({ mode: 'open' }).innerHTML = '<button data-track="In The Shadow"><b>x</b></button>'
    box.closest('div').addEventListener('click', (event) => event.stopPropagation())
  </script>`

test('tracks what elements declare: the innermost, once, whatever the page does with the click', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/shop', fullPage(vendor, ATTRIBUTES, { body: BODY }))
  const page = await visit(profile, `${site.origin}/shop`)
  await page.evaluate(async () => {
    const click = (id: string) => document.getElementById(id)?.click()
    click('nested')
    click('deep')
    click('silent')
    click('nameless')
    click('label')
    // The wait lets the click on the label end.
    await new Promise((resolve) => setTimeout(resolve, 20))
    click('box')
    click('send')
    click('hushed')
    document.getElementById('host')?.shadowRoot?.querySelector('b')?.click()
    window.track('Done')
  })

  const seen = await trackedUpToDone(klaviyo)
  expect(seen.map(({ metric }) => metric)).toEqual([
    'Inner',
    'Outer',
    'Outer',
    'Outer',
    'Signed Up',
    'Hushed',
    'In The Shadow',
  ])
  expect(seen[0]?.properties).toMatchObject({ sku: 'A-1', product_id: '7', path: '/shop' })
  expect(seen[0]?.properties).not.toHaveProperty('zone')
  expect(seen[4]?.properties).toMatchObject({ plan: 'gold' })
})

const LINKS = `
  <a id="own" href="/elsewhere">own</a>
  <a id="fragment" href="#top">fragment</a>
  <a id="mail" href="mailto:ada@shop.test">mail</a>
  <a id="none">no link</a>
  <a href="http://other.test/a?email=ada@shop.test&size=xl#b"><b id="other">other</b></a>
  <a id="named" href="https://other.test/c" data-track="Followed Us">other, with a name</a>
  <svg><a href="//other.test/d"><text id="drawn">drawn</text></a></svg>
  <map><area id="area" href="http://other.test:81/e"></map>
  <script>
    // WebKitGTK follows a link on a click with the middle button, too, even on one that a script has made.
    for (const type of ['click', 'auxclick']) addEventListener(type, (event) => event.preventDefault())
  </script>`

test('tracks clicks on links to other hosts, and on no others', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  site.setPage('/shop', fullPage(vendor, ATTRIBUTES, { body: LINKS }))
  const page = await visit(profile, `${site.origin}/shop`)
  await page.evaluate(() => {
    const send = (id: string, type = 'click', button = 0) =>
      document
        .getElementById(id)
        ?.dispatchEvent(new MouseEvent(type, { button, bubbles: true, cancelable: true, composed: true }))
    for (const id of ['own', 'fragment', 'mail', 'none', 'other', 'named', 'drawn', 'area']) send(id)
    send('other', 'auxclick', 1)
    send('other', 'auxclick', 2)
    send('own', 'auxclick', 1)
    window.track('Done')
  })

  const seen = await trackedUpToDone(klaviyo)
  const other = 'http://other.test/a?email=redacted&size=xl#b'
  expect(seen.map(({ metric, properties }) => [metric, properties.href])).toEqual([
    ['Clicked Link', other],
    ['Followed Us', undefined],
    ['Clicked Link', 'https://other.test/c'],
    ['Clicked Link', 'http://other.test/d'],
    ['Clicked Link', 'http://other.test:81/e'],
    ['Clicked Link', other],
  ])
  expect(recordedAs(klaviyo, 'Clicked Link')[0]?.properties).toMatchObject({ path: '/shop' })
})

test('loses none of many clicks on an outbound link, each of which leaves the page', async ({
  engine,
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  test.setTimeout(120_000)
  // The other engines are slow to drive, and Firefox is the slowest.
  const count = engine === 'chromium' ? 50 : 15
  const link = `<a href="${site.localhost}/bare">out</a>`
  site.setPage('/shop', fullPage(vendor, ATTRIBUTES, { body: link }))
  const page = await profile.page()
  for (let visits = 1; visits <= count; visits++) {
    await page.goto(`${site.origin}/shop?visit=${visits}`)
    await page.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()))
    // The page itself tells whether it was left, and whether the next one is complete: shop-page.ts explains why.
    await expect
      .poll(
        () =>
          page.evaluate(() => (document.readyState === 'complete' ? location.hostname : '')).catch(() => ''),
        { intervals: [20] },
      )
      .toBe('localhost')
  }
  // An event that was handed off and not answered before the page was gone is sent again by the next visit.
  await page.goto(`${site.origin}/shop`)

  const clicks = await expectRecordedAs(klaviyo, 'Clicked Link', count)
  expect(clicks).toHaveLength(count)
  const visits = clicks.map(({ properties }) => Number(/visit=(\d+)/.exec(`${properties.url}`)?.[1]))
  expect(visits.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
})
