import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { snippet } from '../demo/snippet.ts'

export type LoopName = 'track' | 'plain'

/** The functions of `in-page.js`. */
export type BenchWindow = Window & {
  readonly track: { readonly q?: unknown }
  readonly measureLoops: (options: {
    readonly warmUp: number
    readonly objects: number
    readonly order: readonly LoopName[]
  }) => Promise<Readonly<Record<LoopName | 'bytes', number>>>
  readonly queueEvents: (events: number) => Promise<number>
  longTasksMs: number[]
}

/** Makes the page that is measured: the script tag as a shop pastes it, and no other script. */
export const benchPage = (vendorOrigin: string): string => {
  const script = readFileSync(new URL('in-page.js', import.meta.url), 'utf8')
  const tags = snippet({ 'data-key': 'AbC123', 'data-endpoint': vendorOrigin })
  return `<!doctype html><title>bench</title>${tags}<script type="module">${script}</script>`
}

export interface Visit {
  readonly context: BrowserContext
  readonly page: Page
  /** Resolves with the bytes of JavaScript objects that are alive. */
  aliveBytes(): Promise<number>
  end(): Promise<void>
}

/** Opens the page as a new visitor with an empty profile; resolves when the script has started. */
export const visit = async (browser: Browser, url: string): Promise<Visit> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => !(window as unknown as BenchWindow).track.q)
  const session = await context.newCDPSession(page)
  return {
    context,
    page,
    async aliveBytes() {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    end: () => context.close(),
  }
}
