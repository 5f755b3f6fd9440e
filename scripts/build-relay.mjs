// When it is run, the module builds the relay's files into the folder given as first argument; build.mjs builds them
// with the rest.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const COMMON = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  packages: 'external',
  // The bundle has the names of the sources, which must not depend on where the build was called.
  absWorkingDir: root,
}

/** Makes a bundled and readable file, because a worker is one file. Packages stay outside. */
const entry = (name, out) =>
  build({
    ...COMMON,
    entryPoints: [join(root, `src/relay/${name}.ts`)],
    outfile: join(out, `relay/${name}.js`),
    platform: 'neutral',
  })

/**
 * Makes a command that loads the code which needs packages only when it is asked for, because they may not be
 * installed.
 */
const command = async (name, out) => {
  await build({
    ...COMMON,
    entryPoints: { [name]: join(root, `src/relay/node/${name}.ts`) },
    outdir: join(out, 'relay'),
    splitting: true,
    chunkNames: 'command-[name]',
    platform: 'node',
  })
  const file = join(out, `relay/${name}.js`)
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`)
  chmodSync(file, 0o755)
}

export const buildRelay = async (out) => {
  await entry('index', out)
  await entry('redis', out)
  await command('sendoff-relay', out)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildRelay(process.argv[2] ?? join(root, 'dist'))
