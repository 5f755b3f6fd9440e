import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, firefox, type Page, webkit } from '@playwright/test'
import { findBrowser } from '../../scripts/browsers.mjs'
import type { Circumstance, EngineName, Visitor } from './engine.ts'
import { LITTLE_ROOM_BYTES, launchOptionsFor } from './launch-options.ts'
import { kill, killProfileProcesses, PROFILE_VARIABLE } from './profile-processes.ts'
import { rendererProcess } from './renderer-process.ts'

const TYPES = { chromium, firefox, webkit }

export interface PlaywrightVisitor extends Visitor {
  /** The context of the running browser; `relaunch` makes another. */
  readonly context: BrowserContext
  page(): Promise<Page>
}

/** Refuses cookies as a visitor does under "Site data: not allowed"; Chromium reads it when it starts. */
const refuseCookies = async (directory: string): Promise<void> => {
  await mkdir(join(directory, 'Default'), { recursive: true })
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  await writeFile(join(directory, 'Default', 'Preferences'), JSON.stringify(preferences))
}

/** Limits the storage of every site that `page` goes to; Chromium reads it when the site first opens its database. */
const giveLittleRoom = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const { goto } = page
  page.goto = async (url, options) => {
    const { origin } = new URL(url)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: LITTLE_ROOM_BYTES })
    return goto.call(page, url, options)
  }
}

/** Starts a browser that Playwright drives. */
export const launchPlaywright = async (
  engine: EngineName,
  first: Circumstance = 'usual',
): Promise<PlaywrightVisitor> => {
  let circumstance = first
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  if (engine === 'chromium' && circumstance === 'no-cookies') await refuseCookies(directory)
  const launch = async (): Promise<BrowserContext> => {
    const options = {
      ...launchOptionsFor(engine, circumstance),
      env: {
        ...process.env,
        [PROFILE_VARIABLE]: directory,
        ...(engine === 'firefox' && { SENDOFF_FIREFOX: findBrowser('firefox')?.executablePath }),
      },
    }
    // Firefox is private as a whole, by a preference; in the other engines a context beside the browser's own is
    // private.
    return circumstance === 'private' && engine !== 'firefox'
      ? (await TYPES[engine].launch(options)).newContext()
      : TYPES[engine].launchPersistentContext(directory, options)
  }
  let context = await launch()
  let state: 'running' | 'ended' = 'running'

  const end = async (): Promise<void> => {
    if (state === 'ended') return
    state = 'ended'
    await context.close()
    await context.browser()?.close()
  }

  return {
    get context() {
      return context
    },
    async page() {
      const page = await context.newPage()
      if (engine === 'chromium' && circumstance === 'little-room') await giveLittleRoom(page)
      return page
    },
    async crash(tab) {
      kill(await rendererProcess(tab, directory))
    },
    forgetCookies: () => context.clearCookies(),
    async close() {
      await end()
      // A process that is ending may still write into the folder.
      await killProfileProcesses(directory)
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
    async kill() {
      state = 'ended'
      const closed = new Promise((resolve) => context.once('close', resolve))
      await killProfileProcesses(directory)
      await closed
    },
    async relaunch(next = circumstance) {
      await end()
      await killProfileProcesses(directory)
      circumstance = next
      context = await launch()
      state = 'running'
    },
  }
}
