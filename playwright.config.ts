import { defineConfig } from '@playwright/test'
import { launchOptions } from './e2e/launch-options.ts'

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions },
})
