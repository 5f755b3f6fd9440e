import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { statusOf, trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

// A second more than a database may take to open: it answers while the page cannot listen.
const BUSY = 'for (const over = performance.now() + 11000; performance.now() < over; );'

test('a page that does nothing but work at first keeps its events in the database, and sends each once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const tags = snippet({ ...attributesFor(vendor), onload: BUSY })
  site.setPage('/busy', pageWith(`${tags}<script>track('Tested', { label: 'at once' })</script>`))
  const page = await visit(profile, `${site.origin}/busy`)
  await trackAll(page, ['later'])

  await expectEachOnce(klaviyo, ['at once', 'later'], page)
  expect((await statusOf(page)).queues[0]?.storage).toBe('indexeddb')
})
