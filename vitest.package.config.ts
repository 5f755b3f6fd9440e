import { defineConfig } from 'vitest/config'

// What packs, compiles or generates: run by `npm run test:package`, after a build.
export default defineConfig({
  test: { include: ['test/{package,docs}/**/*.package.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
})
