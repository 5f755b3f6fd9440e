import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, firefox, type Page, webkit } from '@playwright/test'
import { findBrowser } from '../../scripts/browsers.mjs'
import type { EngineName, Visitor } from './engine.ts'
import { launchOptionsFor } from './launch-options.ts'
import { kill, killProfileProcesses, PROFILE_VARIABLE } from './profile-processes.ts'
import { rendererProcess } from './renderer-process.ts'

const TYPES = { chromium, firefox, webkit }

export interface PlaywrightVisitor extends Visitor {
  /** Of the running browser; another one after `relaunch`. */
  readonly context: BrowserContext
  page(): Promise<Page>
}

/** Starts a browser that Playwright drives. */
export const launchPlaywright = async (engine: EngineName): Promise<PlaywrightVisitor> => {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  const launch = () =>
    TYPES[engine].launchPersistentContext(directory, {
      ...launchOptionsFor(engine),
      env: {
        ...process.env,
        [PROFILE_VARIABLE]: directory,
        ...(engine === 'firefox' && { SENDOFF_FIREFOX: findBrowser('firefox')?.executablePath }),
      },
    })
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
    async crash(tab) {
      kill(await rendererProcess(tab, directory))
    },
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
