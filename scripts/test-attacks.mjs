// The command `npm run test:attacks` runs the tests of SECURITY.md's table, and no others.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attacks } from './attack-table.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const playwright = join(root, 'node_modules/@playwright/test/cli.js')

const RUNNERS = [
  { ends: '.test.ts', args: [vitest, 'run'], option: '--testNamePattern' },
  {
    ends: '.relay.ts',
    args: [vitest, 'run', '--config', 'vitest.relay.config.ts'],
    option: '--testNamePattern',
  },
  {
    ends: '.spec.ts',
    args: [playwright, 'test', '--workers=1', '--project=chromium', '--reporter=list'],
    option: '--grep',
  },
]

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

for (const { ends, args, option } of RUNNERS) {
  const its = attacks().filter(({ file }) => file.endsWith(ends))
  const files = [...new Set(its.map(({ file }) => file))]
  const pattern = its.map(({ title }) => escaped(title)).join('|')
  const { status } = spawnSync(process.execPath, [...args, ...files, option, pattern], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
