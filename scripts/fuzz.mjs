// The command `npm run fuzz [-- inputs]` runs each property of test/fuzz/; all of them together get more than 100,000
// inputs.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const [inputs = '10000'] = process.argv.slice(2)

const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/fuzz', '--testTimeout', '7200000'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SENDOFF_FUZZ_RUNS: inputs } },
)
process.exitCode = status ?? 1
