// Builds dist/ (or the folder given as first argument) from src/.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = process.argv[2] ?? join(root, 'dist')

rmSync(out, { recursive: true, force: true })
await build({
  entryPoints: {
    'sendoff.klaviyo': join(root, 'src/snippet.klaviyo.ts'),
    stub: join(root, 'src/stub.ts'),
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2021',
  legalComments: 'none',
})
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(root, 'tsconfig.build.json'),
    '--outDir',
    join(out, 'esm'),
  ],
  { stdio: 'inherit' },
)
