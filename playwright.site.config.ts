import { defineConfig } from '@playwright/test'

// The documentation site, as it was built: run by `npm run test:site`, which builds it.
export default defineConfig({
  testDir: 'test/site',
  testMatch: '**/*.site.ts',
  workers: Number(process.env.SENDOFF_WORKERS) || 2,
  // Generous: they end what hangs, and say nothing about speed.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
