import { configDefaults, defineConfig, mergeConfig } from 'vitest/config'
import everything from './vitest.config.ts'

/** What builds the project, plays thousands of stories or inputs, or searches expressions for attacks: `npm test` has it. */
const SLOW = ['test/{built,fuzz,simulation}/**', 'test/regular-expressions.test.ts']

export default mergeConfig(
  everything,
  defineConfig({
    test: {
      exclude: [...configDefaults.exclude, ...SLOW],
      env: { SENDOFF_FEW_RUNS: 'yes' },
      setupFiles: ['test/runs.ts'],
      // Most files load the same modules: half of the time would go into loading them anew for each.
      pool: 'threads',
      isolate: false,
    },
  }),
)
