import { expect } from '@playwright/test'
import { renderToString as renderReact } from 'react-dom/server'
import { renderToString as renderVue } from 'vue/server-renderer'
import { test } from '../support/fixtures.ts'
import { pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectEachOnce, expectRecorded } from '../support/verdict.ts'
import { bundle } from './bundle.ts'
import { startShop as startReactShop } from './react-shop.ts'
import { startShop as startVueShop } from './vue-shop.ts'

const LABELS = ['in the page', 'viewed', 'added']

const FRAMEWORKS = [
  {
    name: 'React',
    entry: 'react-page.ts',
    render: async (url: string) => renderReact(startReactShop(url).tree),
  },
  { name: 'Vue', entry: 'vue-page.ts', render: (url: string) => renderVue(startVueShop(url).app) },
]

for (const { name, entry, render } of FRAMEWORKS) {
  for (const mode of ['development', 'production'] as const) {
    test(`a page of ${name}, rendered on a server and hydrated, tracks once, in ${mode}`, async ({
      klaviyo,
      vendor,
      site,
      profile,
    }) => {
      const html = await render(vendor.origin)
      expect(html).toBe('<button type="button">Add</button>')
      const root = `<div id="root" data-endpoint="${vendor.origin}">${html}</div>
        <script>button = document.querySelector('button')</script>`
      const listen =
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a script.
        '<script>errors = []; console.error = console.warn = (text) => errors.push(`${text}`)</script>'
      site.setPage('/page.js', {
        html: await bundle(entry, mode),
        headers: { 'Content-Type': 'text/javascript' },
      })
      site.setPage('/hydrated', pageWith(`${listen}${root}<script src="/page.js"></script>`))
      const page = await visit(profile, `${site.origin}/hydrated`)
      await expectRecorded(klaviyo, ['viewed'])
      // The server's button works, so React or Vue has taken it over, and has not made it anew.
      await page.evaluate(() => Reflect.get(window, 'button').click())

      await expectEachOnce(klaviyo, LABELS, page)
      expect(klaviyo.events().map(({ properties }) => properties.label)).toHaveLength(LABELS.length)
      expect(await page.evaluate(() => Reflect.get(window, 'errors'))).toEqual([])
    })
  }
}
