import { expect } from '@playwright/test'
import { whyNot } from '../../testing/browsers/launch-visitor.ts'
import { test } from '../support/fixtures.ts'
import { labelled, statusOf, trackAll, trackAllStored, visit } from '../support/shop-page.ts'
import { expectEachOnce, expectQueueEmpty } from '../support/verdict.ts'

const labels = labelled('event', 20)

test.describe('in a private window', () => {
  test.use({ circumstance: 'private' })

  test('delivers each event once, from a tab that closes at once too', async ({ klaviyo, site, profile }) => {
    const closing = await visit(profile, site.origin)
    await trackAll(closing, labels)
    await closing.close()
    const page = await visit(profile, site.origin)
    await trackAll(page, ['later'])

    await expectEachOnce(klaviyo, [...labels, 'later'], page)
  })

  test('leaves no trace of what waited when the window is closed', async ({ vendor, site, profile }) => {
    await vendor.setMode({ type: 'down' })
    await trackAllStored(await visit(profile, site.origin), labels)
    await profile.relaunch()

    const page = await visit(profile, site.origin)
    expect((await statusOf(page)).queues[0]?.queued).toBe(0)
  })
})

test.describe('where the visitor refuses cookies', () => {
  test.use({ circumstance: 'no-cookies' })

  test('delivers each event once', async ({ klaviyo, site, profile, engine }) => {
    test.skip(!!whyNot(engine, 'no-cookies'), whyNot(engine, 'no-cookies'))
    const page = await visit(profile, site.origin)
    const cookies = await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: this is how pages do it.
      document.cookie = 'taste=1'
      return document.cookie
    })
    expect(cookies).toBe('')
    await trackAll(page, labels)

    await expectEachOnce(klaviyo, labels, page)
  })
})

test.describe('where there is little room', () => {
  test.use({ circumstance: 'little-room' })

  test('delivers each event of an outage once', async ({ klaviyo, vendor, site, profile, engine }) => {
    test.skip(!!whyNot(engine, 'little-room'), whyNot(engine, 'little-room'))
    const bursts: (readonly string[])[] = []
    await vendor.setMode({ type: 'down' })
    const page = await visit(profile, site.origin)
    // Engines count the stored bytes differently, and Chromium uses a sum that may be old: the test writes until there
    // is no room.
    await expect
      .poll(
        async () => {
          const burst = labelled(`burst ${bursts.length}`, 50)
          bursts.push(burst)
          await trackAll(page, burst, 'x'.repeat(700))
          return (await statusOf(page)).queues[0]?.storage
        },
        { intervals: [20] },
      )
      .toBe('memory')
    await vendor.setMode({ type: 'up' })
    await page.evaluate(() => window.track.flush())
    await expectQueueEmpty(page, 60_000)
    const [told] = (await statusOf(page)).queues
    // Stored events wait until there is room again.
    await profile.relaunch('usual')

    const next = await visit(profile, site.origin)
    await expectEachOnce(klaviyo, bursts.flat(), next, 60_000)
    const [stored] = (await statusOf(next)).queues
    const reasons = [stored, told].flatMap((queue) => Object.keys(queue?.counts ?? {}))
    expect(new Set(reasons)).toEqual(new Set(['delivered']))
  })
})
