import { defineConfig } from '@playwright/test'

// A real WordPress, with its database: run by `npm run test:wordpress`, which installs what is missing.
export default defineConfig({
  testDir: 'test/wordpress',
  testMatch: '**/*.wordpress.ts',
  // They share one site, and its settings.
  workers: 1,
  // Generous: they end what hangs, and say nothing about speed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
