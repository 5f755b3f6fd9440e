import { expect, type Page } from '@playwright/test'
import type { PlaywrightVisitor } from '../../../testing/browsers/playwright-visitor.ts'
import {
  labelled,
  statusOf,
  trackAll,
  trackAllStored,
  trackAndLeave,
  visit,
} from '../../support/shop-page.ts'
import {
  expectAllRecorded,
  expectEachRecordedOnce,
  expectNoViolation,
  listenForDropped,
  tallyOf,
} from '../../support/vendor-verdict.ts'
import { expectQueueEmpty } from '../../support/verdict.ts'
import { testRelayed } from './relay.ts'
import { RELAYED_VENDORS } from './relayed-vendors.ts'

const USER = 'customer-7'
const LABELS = labelled('event', 12)

/** Visits the page as an identified person, because these vendors know no others. */
const visitAs = async (visitor: PlaywrightVisitor, url: string): Promise<Page> => {
  const page = await visit(visitor, url)
  await page.evaluate(async (user) => {
    await window.track.identify(user, { email: 'Ada@Shop.test', firstName: 'Ada' }).stored
  }, USER)
  return page
}

for (const relayed of RELAYED_VENDORS) {
  const test = testRelayed(relayed)

  test.describe(`${relayed.name}, through the relay's command`, () => {
    test('tracks: each event once, of the person, without a key in the browser', async ({
      emulator,
      relay,
      site,
      visitor,
    }) => {
      const sent: string[] = []
      visitor.context.on('request', (request) => {
        if (request.url().startsWith(relay.origin)) sent.push(request.method())
        else if (!request.url().startsWith('data:')) expect(new URL(request.url()).origin).toBe(site.origin)
      })
      const page = await visitAs(visitor, site.origin)
      await trackAll(page, LABELS)

      await expectEachRecordedOnce(emulator, LABELS, page)
      expect(new Set(emulator.people())).toEqual(new Set([USER]))
      expect(new Set(sent)).toEqual(new Set(['POST']))
      expect(sent.length).toBeLessThanOrEqual(3)
    })

    test('identifies: what comes after belongs to the person, and so does what was held until then', async ({
      emulator,
      site,
      visitor,
    }) => {
      const page = await visit(visitor, site.origin)
      await trackAll(page, ['before'])
      await page.evaluate(() => window.track.flush())
      expect(emulator.requests()).toEqual([])
      expect((await statusOf(page)).queues[0]?.queued).toBe(1)
      await page.evaluate((user) => void window.track.identify(user), USER)
      await trackAll(page, ['after'])

      await expectEachRecordedOnce(emulator, ['before', 'after'], page)
      expect(emulator.people()).toEqual([USER, USER])
      expectNoViolation(emulator)
    })

    test('loses nothing when the tab closes at once', async ({ emulator, site, visitor }) => {
      const page = await visitAs(visitor, site.origin)
      await trackAll(page, LABELS)
      await page.close()

      await expectEachRecordedOnce(emulator, LABELS, await visit(visitor, site.origin))
    })

    test('delivers what was tracked last although the next page has no script', async ({
      emulator,
      site,
      visitor,
    }) => {
      const page = await visitAs(visitor, site.origin)
      await expectQueueEmpty(page)
      await trackAndLeave(page, LABELS, `${site.origin}/bare`)
      await expectAllRecorded(emulator, LABELS)

      await page.goto(site.origin)
      await expectEachRecordedOnce(emulator, LABELS, page)
    })

    test('waits as long as the vendor limits the relay', async ({ emulator, vendor, site, visitor }) => {
      const limited = () => vendor.requests().filter(({ status }) => status === 429).length
      await vendor.setMode({ type: 'rate-limit', retryAfterSeconds: 1, readable: true })
      const page = await visitAs(visitor, site.origin)
      await trackAll(page, LABELS)
      await expect.poll(limited, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
      await vendor.setMode({ type: 'up' })

      await expectEachRecordedOnce(emulator, LABELS, page)
    })

    test('is paused while the vendor refuses the relay’s key, and keeps the queue', async ({
      emulator,
      vendor,
      site,
      visitor,
    }) => {
      await vendor.setMode({ type: 'status', status: 401, cors: false })
      const page = await visitAs(visitor, site.origin)
      await trackAll(page, LABELS)
      await expect.poll(async () => (await statusOf(page)).queues[0]?.paused).toContain('401')
      await vendor.setMode({ type: 'up' })
      await page.evaluate(() => void window.track.flush())

      await expectEachRecordedOnce(emulator, LABELS, page)
    })

    test.describe('a vendor that refuses some', () => {
      const bad = ['event 1', 'event 7', 'event 12']
      const good = LABELS.filter((label) => !bad.includes(label))
      test.use({ rules: { refused: new Set(bad) } })

      test('gets the others, and is not asked again', async ({ emulator, site, visitor }) => {
        const page = await visitAs(visitor, site.origin)
        const dropped = await listenForDropped(page)
        await trackAll(page, LABELS)

        await expectAllRecorded(emulator, good)
        await expectQueueEmpty(page)
        expect(tallyOf(emulator, LABELS)).toEqual({ lost: bad, twice: [] })
        const refused = { type: 'dropped', reason: 'refused', detail: 'HTTP 400 from the vendor' }
        // HelpCrunch's refusals would tell a page who is a customer, so the relay does not pass them on.
        expect(await dropped()).toEqual(relayed.name === 'helpcrunch' ? [] : bad.map(() => refused))
        expect(emulator.requests().filter(({ refusal }) => refusal === 'asked')).toHaveLength(bad.length)
      })
    })

    test('records once what a new page sends again because the last one heard no answer', async ({
      emulator,
      vendor,
      site,
      visitor,
    }) => {
      const page = await visitAs(visitor, site.origin)
      await expectQueueEmpty(page)
      await vendor.setMode({ type: 'slow', ms: 1_000 })
      await trackAllStored(page, ['event'])
      await expect.poll(vendor.inFlight).toBe(1)
      await visitor.kill()
      await vendor.setMode({ type: 'up' })
      await visitor.relaunch()

      await expectEachRecordedOnce(emulator, ['event'], await visit(visitor, site.origin))
    })

    test('loses nothing that the vendor took without answering the relay', async ({
      emulator,
      vendor,
      site,
      visitor,
    }) => {
      const page = await visitAs(visitor, site.origin)
      await expectQueueEmpty(page)
      await vendor.setMode({ type: 'drop-answer' })
      await trackAll(page, ['first', 'second'])
      await expectAllRecorded(emulator, ['first'])
      await vendor.setMode({ type: 'up' })

      await expectAllRecorded(emulator, ['first', 'second'])
      await expectQueueEmpty(page)
      const { lost, twice } = tallyOf(emulator, ['first', 'second'])
      expect(lost).toEqual([])
      // HelpCrunch cannot recognise a repeat, and the relay had no answer: by default it prefers a repeat to a loss.
      expect(twice).toEqual(relayed.knowsRepeats ? [] : ['first'])
      expectNoViolation(emulator)
    })

    test('delivers each event once when the relay comes back', async ({ emulator, relay, site, visitor }) => {
      const page = await visitAs(visitor, site.origin)
      await expectQueueEmpty(page)
      await relay.stop()
      await trackAll(page, LABELS)
      await expect.poll(async () => (await statusOf(page)).queues[0]?.queued).toBe(LABELS.length)
      await relay.start()

      await expectEachRecordedOnce(emulator, LABELS, page)
    })
  })
}
