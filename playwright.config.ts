import { defineConfig } from '@playwright/test'
import { launchOptions } from './e2e/launch-options.ts'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // Many tests wait for a clock: side by side they share the time.
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions },
})
