import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { ROOT } from '../../test/sources.ts'
import type { Tab } from '../engines/engine.ts'
import { attributesFor, pageWith, test } from '../scene.ts'
import { trackAll, visit } from '../shop-page.ts'
import { expectEachOnce } from '../verdict.ts'

const fileIn = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const inline = (code: string): string => `<script>${code.replaceAll('</script', '<\\/script')}</script>`

const SRC = '/dist/sendoff.klaviyo.js'
const CODE = fileIn('dist/sendoff.klaviyo.js')
/** Collects what the console says, and marks where the page goes on. */
const LISTEN = inline(`window.said = []
  for (const type of ['warn', 'error']) console[type] = (...words) => said.push(words.join(' '))
  addEventListener('error', ({ message }) => said.push(message))`)

interface Place {
  readonly name: string
  /** What the page carries. `attributes` are those that the site has been told to write on the tag. */
  readonly html: (attributes: string) => string
}

const options = (attributes: string): string => {
  const given = [...attributes.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])
  return inline(`window.sendoffOptions = ${JSON.stringify(Object.fromEntries(given))}`)
}

/** Where the script may find itself without `document.currentScript`, or with one that is none. */
const PLACES: readonly Place[] = [
  { name: 'a module', html: (attributes) => `<script type="module" src="${SRC}" ${attributes}></script>` },
  {
    name: 'a bundle, with a tag that does not run',
    html: (attributes) =>
      `<script type="text/plain" data-destination="klaviyo" ${attributes}></script>${inline(`${CODE};window.behind = 1`)}`,
  },
  {
    name: 'a bundle, with the options in a global',
    html: (attributes) => options(attributes) + inline(`${CODE};window.behind = 1`),
  },
  {
    name: 'text that is evaluated, with the options in a global',
    html: (attributes) =>
      options(attributes) + inline(`fetch('${SRC}').then((answer) => answer.text()).then((0, eval))`),
  },
  {
    name: 'what jQuery appends',
    html: (attributes) =>
      inline(fileIn('node_modules/jquery/dist/jquery.min.js')) +
      inline(`$(() => $('body').append('<div><script src="${SRC}" ${attributes}><\\/script></div>'))`),
  },
  {
    name: 'a clone that a consent tool makes without the attributes',
    html: (attributes) =>
      `<script type="text/plain" data-cookieconsent="statistics" src="${SRC}" ${attributes}></script>${inline(
        `const waiting = document.querySelector('[data-cookieconsent]')
        document.head.append(Object.assign(document.createElement('script'), { src: waiting.src }))`,
      )}`,
  },
  {
    name: 'a clone that a consent tool makes with the attributes',
    html: (attributes) =>
      `<script type="text/plain" data-category="marketing" src="${SRC}" ${attributes}></script>${inline(
        `const waiting = document.querySelector('[data-category]')
        const clone = document.createElement('script')
        for (const { name, value } of waiting.attributes) if (name !== 'type') clone.setAttribute(name, value)
        waiting.replaceWith(clone)`,
      )}`,
  },
  {
    name: 'a page with elements that are named as parts of the document',
    html: (attributes) =>
      `<img name="currentScript" src="data:," data-key="Evil66" data-endpoint="//evil.test"><img name="title" src="data:,">` +
      `<img name="referrer" src="data:,"><img name="querySelectorAll" src="data:,"><a id="sendoffOptions"></a>` +
      `<script async src="${SRC}" ${attributes}></script>`,
  },
  ...[
    '<div id="track"></div>',
    '<form id="track"><input name="flush"><input name="q"></form>',
    '<a id="track"></a><a id="track" name="q"></a>',
    '<iframe name="track" src="/bare"></iframe>',
    '<object id="track"></object>',
  ].map((element) => ({
    name: `a page with ${element}`,
    html: (attributes: string) => `${element}<script async src="${SRC}" ${attributes}></script>`,
  })),
]

const saidOn = (page: Tab): Promise<readonly string[]> => page.evaluate(() => Reflect.get(window, 'said'))

for (const { name, html } of PLACES) {
  for (const stub of ['with', 'without']) {
    test(`starts in ${name}, ${stub} the stub`, async ({ klaviyo, vendor, site, profile }) => {
      const [early = ''] = snippet({}).split('\n')
      const attributes = `data-key="AbC123" data-endpoint="${vendor.origin}"`
      site.setPage('/place', pageWith(LISTEN + (stub === 'with' ? early : '') + html(attributes)))
      const page = await visit(profile, `${site.origin}/place`)
      await expect.poll(() => page.evaluate(() => window.track instanceof Function)).toBe(true)
      await trackAll(page, ['event'])

      await expectEachOnce(klaviyo, ['event'], page)
      expect(await saidOn(page)).toEqual([])
    })
  }
}

test('says once that nothing is configured, and leaves the code behind it alone', async ({
  klaviyo,
  site,
  profile,
}) => {
  const clobbered = '<a id="sendoffOptions" data-key="Evil66"></a>'
  site.setPage('/bundle', pageWith(LISTEN + clobbered + inline(`${CODE};window.behind = 1`)))
  const page = await visit(profile, `${site.origin}/bundle`)

  expect(await page.evaluate(() => Reflect.get(window, 'behind'))).toBe(1)
  expect(await saidOn(page)).toEqual(['sendoff: no data-key, no window.sendoffOptions'])
  expect(klaviyo.requests()).toEqual([])
})

test('a wrong key in a bundle is an error of the page, and not of the code behind it', async ({
  site,
  profile,
}) => {
  const wrong = options('data-key="pk_0123456789abcdef"')
  site.setPage('/bundle', pageWith(LISTEN + wrong + inline(`${CODE};window.behind = 1`)))
  const page = await visit(profile, `${site.origin}/bundle`)

  expect(await page.evaluate(() => Reflect.get(window, 'behind'))).toBe(1)
  expect((await saidOn(page)).join()).toMatch(/data-key\) .*expected .*never a private pk_ key/)
})

test('markup that is named as the script loads no code and gets no events', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const evil = `<img name="title" src="data:,"><img name="referrer" src="data:,"><img name="currentScript" src="${site.localhost}/evil.js" data-debug data-key="Evil66" data-endpoint="${site.localhost}">`
  const tag = snippet({ 'data-destination': 'klaviyo', ...attributesFor(vendor) }, '/dist/sendoff.full.js')
  site.setPage('/clobbered', pageWith(`${evil}${tag}`))
  const page = await visit(profile, `${site.origin}/clobbered`)
  await trackAll(page, ['event'])

  await expectEachOnce(klaviyo, ['event'], page)
  expect(await page.evaluate(() => document.scripts.length)).toBe(2)
  expect(klaviyo.events()[0]?.properties.title).toBe('Shop')
})

test('an endpoint on Object.prototype gets no events', async ({ klaviyo, vendor, site, profile }) => {
  const pollute = inline(
    `for (const [name, value] of Object.entries({ endpoint: '${site.localhost}', global: 'evil', destination: 'evil' })) Object.defineProperty(Object.prototype, name, { value, writable: true, configurable: true })`,
  )
  const tag = `<script async src="${SRC}" data-key="AbC123"></script>`
  site.setPage('/polluted', pageWith(pollute + tag))
  const page = await profile.page()
  await page.goto(`${site.origin}/polluted`)
  await page.evaluate(() => {
    window.fetch = async (url) => {
      Object.assign(window, { asked: `${url}` })
      return new Response('', { status: 503 })
    }
    window.track('Tested')
  })

  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'asked')))
    .toMatch(/^https:\/\/a\.klaviyo\.com\//)
  expect([klaviyo.requests().length, vendor.requests().length]).toEqual([0, 0])
})

test('a page that puts something else in the place of the tracker is told', async ({
  vendor,
  site,
  profile,
}) => {
  site.setPage('/replaced', pageWith(LISTEN + snippet(attributesFor(vendor))))
  const page = await visit(profile, `${site.origin}/replaced`)
  const held = await page.evaluate(() => {
    Reflect.set(window, 'track', 'of the page')
    return Reflect.get(window, 'track')
  })

  expect(held).toBe('of the page')
  expect(await saidOn(page)).toEqual([
    "sendoff: window.track is the page's own; data-global takes another name",
  ])
})
