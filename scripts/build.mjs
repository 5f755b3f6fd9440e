// The script builds dist/ (or the folder given as first argument) from src/.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildRelay } from './build-relay.mjs'
import { bundle } from './bundle.mjs'
import { fileTable } from './file-table.mjs'
import { LICENCES_FILE, licencesOf } from './licences.mjs'
import { prune } from './prune.mjs'
import { SCRIPT_FILES } from './script-files.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = process.argv[2] ?? join(root, 'dist')

const script = async (name, entry) => {
  const { code, map, packages } = await bundle(entry)
  writeFileSync(join(out, name), code)
  writeFileSync(join(out, `${name}.map`), map)
  return packages
}

/** Makes a command, which is bundled and readable. Packages stay outside. */
const command = (entry, folder) =>
  build({
    entryPoints: [join(root, `src/${folder}/${entry}.ts`)],
    outfile: join(out, `${folder}/${entry}.js`),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    packages: 'external',
    // The bundle has the names of the sources, which must not depend on where the build was called.
    absWorkingDir: root,
    banner: { js: '#!/usr/bin/env node' },
  })

const compile = (config, folder = 'esm') =>
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, config), '--outDir', join(out, folder)],
    { stdio: 'inherit' },
  )

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const contained = new Set()
for (const [name, { entry }] of Object.entries(SCRIPT_FILES))
  for (const its of await script(name, entry)) contained.add(its)
writeFileSync(join(out, LICENCES_FILE), licencesOf([...contained].sort()))
await buildRelay(out)
await command('sendoff', 'cli')
chmodSync(join(out, 'cli/sendoff.js'), 0o755)
compile('tsconfig.build.json')
compile('tsconfig.relay.json')
compile('tsconfig.cjs.json', 'cjs')
prune(out, JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
// The package consists of ES modules, but this folder does not.
writeFileSync(join(out, 'cjs/package.json'), '{ "type": "commonjs", "sideEffects": false }\n')
writeFileSync(join(out, 'FILES.md'), fileTable(out))
