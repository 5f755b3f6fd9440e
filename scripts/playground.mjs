// The script builds the playground of the documentation site into site/public/playground: static files, which any
// server can serve.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(root, 'site/playground')
const out = join(root, 'site/public/playground')

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
await build({
  entryPoints: [join(source, 'page.ts'), join(source, 'vendor.ts')],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
})
const stub = readFileSync(join(root, 'dist/stub.js'), 'utf8').trim()
const html = readFileSync(join(source, 'index.html'), 'utf8')
writeFileSync(
  join(out, 'index.html'),
  html.replace('/* stub */', () => stub),
)
copyFileSync(join(source, 'style.css'), join(out, 'style.css'))
copyFileSync(join(root, 'dist/sendoff.full.js'), join(out, 'sendoff.full.js'))
