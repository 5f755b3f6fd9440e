import { launchPlaywright, type PlaywrightVisitor } from '../../testing/browsers/playwright-visitor.ts'
import { test as base } from './scene.ts'

/** The scene of tests that need what only Chromium's driver can do. */
export const test = base.extend<{
  /** A Chromium with a profile of its own. */ readonly visitor: PlaywrightVisitor
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  visitor: async ({}, use) => {
    const visitor = await launchPlaywright('chromium')
    await use(visitor)
    await visitor.close()
  },
})
