import { expect } from '@playwright/test'
import { whyNot } from './engines/launch-visitor.ts'
import { test } from './scene.ts'
import { labelled, statusOf, trackAll, trackAllStored, visit } from './shop-page.ts'
import { expectEachOnce, expectQueueEmpty, tally, violations } from './verdict.ts'

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

  test('delivers or counts as evicted each event of an outage', async ({
    klaviyo,
    vendor,
    site,
    profile,
    engine,
  }) => {
    test.skip(!!whyNot(engine, 'little-room'), whyNot(engine, 'little-room'))
    const bursts: (readonly string[])[] = []
    await vendor.setMode({ type: 'down' })
    const page = await visit(profile, site.origin)
    // Engines count what is stored differently, and Chromium by a sum that may be old: on until there is no room.
    // Then one of them makes room, another goes on in memory.
    await expect
      .poll(
        async () => {
          const burst = labelled(`burst ${bursts.length}`, 50)
          bursts.push(burst)
          await trackAll(page, burst, 'x'.repeat(700))
          const queue = (await statusOf(page)).queues[0]
          return queue?.storage === 'memory' || Number(queue?.counts.evicted) > 0
        },
        { intervals: [20] },
      )
      .toBe(true)
    await vendor.setMode({ type: 'up' })
    await page.evaluate(() => window.track.flush())
    await expectQueueEmpty(page, 60_000)
    const [told] = (await statusOf(page)).queues
    // What was stored may have to wait until there is room again.
    await profile.relaunch('usual')

    const next = await visit(profile, site.origin)
    await expectQueueEmpty(next, 60_000)
    // What a page in memory has counted, it has counted for itself.
    const [stored] = (await statusOf(next)).queues
    const counts = [stored?.counts, told?.storage === 'memory' ? told.counts : {}]
    const countOf = (reason: 'delivered' | 'evicted') =>
      counts.reduce((sum, count) => sum + (count?.[reason] ?? 0), 0)
    const { lost, twice } = tally(klaviyo, bursts.flat())
    expect(countOf('delivered') + countOf('evicted')).toBe(bursts.flat().length)
    // What has to make room may be on its way.
    expect(lost.length).toBeLessThanOrEqual(countOf('evicted'))
    expect([twice, violations(klaviyo)]).toEqual([[], []])
  })
})
