import { defineConfig } from 'vitest/config'

// What starts processes, Redis and workerd: run by `npm run test:relay`, after a build.
export default defineConfig({
  test: { include: ['test/relay/**/*.relay.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
})
