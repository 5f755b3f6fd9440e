// Builds dist/ (or the folder given as first argument) from src/.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildRelay } from './build-relay.mjs'
import { bundle } from './bundle.mjs'
import { fileTable } from './file-table.mjs'
import { prune } from './prune.mjs'
import { SCRIPT_FILES } from './script-files.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = process.argv[2] ?? join(root, 'dist')

const script = async (name, entry) => {
  const { code, map } = await bundle(entry)
  writeFileSync(join(out, name), code)
  writeFileSync(join(out, `${name}.map`), map)
}

const compile = (config) =>
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, config), '--outDir', join(out, 'esm')],
    { stdio: 'inherit' },
  )

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
for (const [name, { entry }] of Object.entries(SCRIPT_FILES)) await script(name, entry)
await buildRelay(out)
compile('tsconfig.build.json')
compile('tsconfig.relay.json')
prune(out, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
writeFileSync(join(out, 'FILES.md'), fileTable(out))
