import { test as base } from '@playwright/test'
import type { Circumstance, EngineName, Visitor } from '../../testing/browsers/engine.ts'
import { launchVisitor } from '../../testing/browsers/launch-visitor.ts'
import { createLender, type Lender } from '../../testing/browsers/lender.ts'

export interface Visiting {
  /** What is unusual about the visitor's browser. */
  readonly circumstance: Circumstance
  /** A browser that has not been to any site of this test. */
  readonly profile: Visitor
}

/** What the tests of one worker share. */
export interface Shared {
  readonly engine: EngineName
  readonly lender: Lender
}

/** A browser for a test, as good as new. */
export const withVisitors = base.extend<Visiting, Shared>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  lender: [
    async ({ engine }, use) => {
      const lender = createLender(() => launchVisitor(engine))
      await use(lender)
      await lender.end()
    },
    { scope: 'worker' },
  ],
  circumstance: ['usual', { option: true }],
  profile: async ({ engine, circumstance, lender }, use) => {
    const profile = await (circumstance === 'usual' ? lender.lend() : launchVisitor(engine, circumstance))
    await use(profile)
    await profile.close()
  },
})
