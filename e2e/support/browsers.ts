import { test as base } from '@playwright/test'
import type { Circumstance, EngineName, Visitor } from '../../testing/browsers/engine.ts'
import { launchOptions } from '../../testing/browsers/launch-options.ts'
import { launchVisitor } from '../../testing/browsers/launch-visitor.ts'
import { createLender, type Lender } from '../../testing/browsers/lender.ts'
import { launchPlaywright, type PlaywrightVisitor } from '../../testing/browsers/playwright-visitor.ts'

interface Browsers {
  /** The circumstance of the visitor's browser. */
  readonly circumstance: Circumstance
  /** A browser of the tested engine, which has not been to any site of this test. */
  readonly profile: Visitor
  /** A Chromium with a profile of its own, for tests that need its driver: those in `e2e/chromium/`. */
  readonly visitor: PlaywrightVisitor
}

/** What the tests of one worker share. */
interface Shared {
  readonly engine: EngineName
  readonly lender: Lender
}

/** Gives a test browsers without any history; Playwright's own `page` cannot reach another machine either. */
export const withBrowsers = base.extend<Browsers, Shared>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  lender: [
    async ({ engine }, use) => {
      const lender = createLender(() => launchVisitor(engine))
      await use(lender)
      await lender.end()
    },
    { scope: 'worker' },
  ],
  launchOptions: [launchOptions, { scope: 'worker' }],
  circumstance: ['usual', { option: true }],
  profile: async ({ engine, circumstance, lender }, use) => {
    const profile = await (circumstance === 'usual' ? lender.lend() : launchVisitor(engine, circumstance))
    await use(profile)
    await profile.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  visitor: async ({}, use) => {
    const visitor = await launchPlaywright('chromium')
    await use(visitor)
    await visitor.close()
  },
})
