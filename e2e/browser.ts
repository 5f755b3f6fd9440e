import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { launchOptions } from './launch-options.ts'
import { killProfileProcesses } from './profile-processes.ts'

export interface Profile {
  /** Of the running browser; another one after `relaunch`. */
  readonly context: BrowserContext
  /** A new tab. */
  page(): Promise<Page>
  /** Ends the browser as a visitor does, then removes the profile. */
  close(): Promise<void>
  /** Ends every process of the browser at once with SIGKILL, as a crash or a power cut does. The profile stays. */
  kill(): Promise<void>
  /** Ends the browser as a visitor does, unless it was killed, and starts it again on the same profile. */
  relaunch(): Promise<void>
}

/**
 * Starts a browser whose profile lives in a folder of its own and outlives it.
 *
 * @example
 * const profile = await launchProfile()
 * const page = await profile.page()
 * await profile.kill()
 * await profile.relaunch()
 * await profile.close()
 */
export const launchProfile = async (): Promise<Profile> => {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  const launch = () => chromium.launchPersistentContext(directory, launchOptions)
  let context = await launch()
  let state: 'running' | 'ended' = 'running'

  const end = async (): Promise<void> => {
    if (state === 'ended') return
    state = 'ended'
    await context.close()
  }

  return {
    get context() {
      return context
    },
    page: () => context.newPage(),
    async close() {
      await end()
      // A process on its way out may still write into the folder.
      await killProfileProcesses(directory)
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
    async kill() {
      state = 'ended'
      const closed = new Promise((resolve) => context.once('close', resolve))
      await killProfileProcesses(directory)
      await closed
    },
    async relaunch() {
      await end()
      await killProfileProcesses(directory)
      context = await launch()
      state = 'running'
    },
  }
}

/** Crashes the process that renders `page`, and only that. */
export const crashRenderer = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Never answered: the process that would answer is the one that goes.
  void session.send('Page.crash').catch(() => 'gone')
  await crashed
}

/** Opens `url` in `count` tabs at the same time. */
export const openTabs = (context: BrowserContext, url: string, count: number): Promise<readonly Page[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const page = await context.newPage()
      await page.goto(url)
      return page
    }),
  )
