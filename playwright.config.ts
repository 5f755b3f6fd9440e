import { defineConfig } from '@playwright/test'
import { ENGINES, findBrowser } from './scripts/browsers.mjs'

export default defineConfig<object, { readonly engine: string }>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // Many tests wait for a clock: side by side they share the time. Four at once keep two cores busy.
  fullyParallel: true,
  workers: Number(process.env.SENDOFF_WORKERS) || 4,
  // Generous: they end what hangs, and say nothing about speed.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // None: a test that fails once has found something. A shared machine may allow one, and is told what was flaky.
  retries: Number(process.env.SENDOFF_RETRIES) || 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./testing/browsers/results-reporter.ts']],
  projects: ENGINES.filter((engine) => findBrowser(engine)).map((engine) => ({
    name: engine,
    testIgnore: engine === 'chromium' ? [] : 'chromium/**',
    use: { engine },
  })),
})
