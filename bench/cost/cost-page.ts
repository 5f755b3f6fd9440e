import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { startSite } from '../../testing/http/site.ts'
import { type Collector, startCollector } from '../collector/collector.ts'
import { type BenchPage, WORKER, workerPage } from '../delivery/stage.ts'
import { bundle } from '../trackers/bundle.ts'
import type { TrackerName } from '../trackers/names.ts'
import { pageOf, scriptOf } from '../trackers/page.ts'

export interface CostPage {
  readonly page: Page
  readonly context: BrowserContext
  readonly collector: Collector
  /** Of the page, with the browser's own interface. */
  readonly session: CDPSession
  /** Bytes of JavaScript objects that are alive. */
  aliveBytes(): Promise<number>
}

/** The headers that isolate a page: its clock then has steps of 5 µs, and of 100 µs without them. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'credentialless',
}

/**
 * Site and collector of one tracker, for any number of new visitors.
 * @param worker whether the site has switched on what only sendoff has: the service worker.
 */
export const openCostSite = async (browser: Browser, tracker: TrackerName | 'none', worker?: 'worker') => {
  const collector = await startCollector()
  const wakeUps = await bundle(`import './in-page/wake-ups.ts'`)
  const script = await scriptOf(tracker, collector.origin, worker && WORKER)
  const site = await startSite({
    routes: {
      '/': { html: pageOf(script), headers: ISOLATED },
      '/counted': { html: pageOf(wakeUps, script), headers: ISOLATED },
      '/blank': { html: pageOf(), headers: ISOLATED },
      [WORKER]: workerPage(),
    },
  })

  return {
    script,
    collector,
    origin: site.origin,

    /** Runs `work` on the page of a new visitor. */
    async visit<Result>(
      path: '/' | '/counted' | '/blank',
      work: (open: CostPage) => Promise<Result>,
    ): Promise<Result> {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${site.origin}${path}`)
      if (path !== '/blank')
        await page.evaluate(() => (window as unknown as BenchPage).bench.ready.then(() => undefined))
      const session: CDPSession = await context.newCDPSession(page)
      const aliveBytes = async (): Promise<number> => {
        await session.send('HeapProfiler.collectGarbage')
        return (await session.send('Runtime.getHeapUsage')).usedSize
      }
      try {
        return await work({ page, context, collector, session, aliveBytes })
      } finally {
        await context.close()
      }
    },

    close: () => Promise.all([site.close(), collector.close()]),
  }
}

export type CostSite = Awaited<ReturnType<typeof openCostSite>>
