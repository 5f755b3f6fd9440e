import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { OFTEN, visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { ROUTERS } from './page-routers.ts'
import { inline } from './places.ts'

const PLACES = {
  'in the head': (tags: string) => ({ head: tags, body: '' }),
  'in the body': (tags: string) => ({ head: '', body: tags }),
  'in both, from a theme and an app': (tags: string) => ({ head: tags, body: tags }),
  'the stub in the head, the script in the body': (tags: string) => {
    const [stub = '', script = ''] = tags.split('\n')
    return { head: stub, body: script }
  },
}

for (const { name, script, body } of ROUTERS) {
  for (const [where, place] of Object.entries(PLACES)) {
    test(`is one tracker on a site with ${name}, with its tags ${where}`, async ({
      klaviyo,
      vendor,
      site,
      profile,
    }) => {
      const attributes = { 'data-destination': 'klaviyo', ...attributesFor(vendor), 'data-pageviews': '' }
      const tags = place(snippet(attributes, '/dist/sendoff.full.js'))
      const own = inline(`track('Tested')`)
      const html = (next: string) =>
        `${pageWith(script + tags.head)}<body ${body}>${tags.body}${own}<a href="${next}">Next</a></body>`
      site.setPage('/one', html('/two'))
      site.setPage('/two', html('/three'))
      site.setPage('/three', html('/one'))
      const page = await visit(profile, `${site.origin}/one`)
      await page.evaluate(() => void Object.assign(window, { same: true }))
      const at = () => page.evaluate(() => location.pathname)
      const follow = () => page.evaluate(() => document.querySelector('a')?.click())
      const paths = (metric: string) =>
        klaviyo
          .events()
          .filter((event) => event.metric === metric)
          .map(({ properties }) => properties.path)
      for (const [index, path] of ['/two', '/three'].entries()) {
        await expect.poll(() => paths('Tested').length, OFTEN).toBe(index + 1)
        await follow()
        await expect.poll(at, OFTEN).toBe(path)
      }

      await expect.poll(() => paths('Tested'), OFTEN).toHaveLength(3)
      // All pages have one title, so a view waits for two seconds for another title.
      await expect.poll(() => paths('Viewed Page'), OFTEN).toHaveLength(3)
      await expectQueueEmpty(page)
      for (const metric of ['Tested', 'Viewed Page'])
        expect(paths(metric).toSorted(), metric).toEqual(['/one', '/three', '/two'])
      expect(await page.evaluate(() => Reflect.get(window, 'same')), 'the page was kept').toBe(true)
    })
  }
}
