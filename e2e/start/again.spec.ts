import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectQueueEmpty } from '../support/verdict.ts'
import { inline } from './places.ts'

/** The ways in which a page comes to run the same tags again, without a navigation. */
const AGAIN = [
  {
    how: 'pasted twice, one behind the other',
    html: (tags: string, call: string) => `${tags}${call}${tags}${call}${tags}${call}`,
    anew: 0,
  },
  {
    how: 'in a section of a shop that is rendered anew',
    html: (tags: string, call: string) => `<body><section>${tags}${call}</section>`,
    anew: 2,
  },
  {
    how: 'in a theme, and in an app whose block is rendered anew',
    html: (tags: string, call: string) => `${tags}<body><section>${tags}${call}</section>`,
    anew: 2,
  },
]

for (const { how, html, anew } of AGAIN)
  test(`is one tracker, gets every call and counts one view, with its tags ${how}`, async ({
    klaviyo,
    vendor,
    site,
    profile,
  }) => {
    const attributes = { 'data-destination': 'klaviyo', ...attributesFor(vendor), 'data-pageviews': '' }
    const tags = snippet(attributes, '/dist/sendoff.full.js')
    site.setPage('/shop', pageWith(html(tags, inline(`track('Tested')`))))
    const page = await visit(profile, `${site.origin}/shop`)
    await page.evaluate(async (anew) => {
      const section = document.querySelector('section')
      for (let time = 0; section && time < anew; time++) {
        const rendered = document.createRange().createContextualFragment(section.innerHTML)
        section.replaceChildren(rendered)
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }, anew)

    const countOf = (metric: string) => klaviyo.events().filter((event) => event.metric === metric).length
    await expect.poll(() => countOf('Tested')).toBe(3)
    await expect.poll(() => countOf('Viewed Page')).toBe(1)
    await expectQueueEmpty(page)
    expect([countOf('Tested'), countOf('Viewed Page')]).toEqual([3, 1])
  })
