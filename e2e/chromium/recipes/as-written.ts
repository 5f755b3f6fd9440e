import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { namedBlocks } from '../../../test/docs/code-blocks.ts'
import { ROOT } from '../../../test/sources.ts'

export type Files = Readonly<Record<string, string>>

const stub = readFileSync(join(ROOT, 'dist/stub.js'), 'utf8').trim()

/**
 * Returns a recipe's files as its page has them, filled in as the page says, except that the vendor is an emulator on
 * this machine and the scripts are those of `dist/`.
 */
export const asWritten = (recipe: string, vendorOrigin: string): Files => {
  const fill = (code: string): string =>
    code
      .replaceAll('/* the content of dist/stub.js */', () => stub)
      .replaceAll('data-key="AbC123"', `data-key="AbC123" data-endpoint="${vendorOrigin}"`)
      .replaceAll("companyId: 'AbC123'", `companyId: 'AbC123', endpoint: '${vendorOrigin}'`)
      .replaceAll(
        "dataset.key = 'AbC123'",
        `dataset.key = 'AbC123'\nscript.dataset.endpoint = '${vendorOrigin}'`,
      )
      .replaceAll('dataset.key = key', `dataset.key = key\nscript.dataset.endpoint = '${vendorOrigin}'`)
      .replaceAll('https://a.klaviyo.com', vendorOrigin)
      .replaceAll('src="/assets/', 'src="/dist/')
  const blocks = Object.entries(namedBlocks(`recipes/${recipe}.md`))
  return Object.fromEntries(blocks.map(([file, code]) => [file, fill(code)]))
}

/** Finds the recipe's own files by the names that its page gives them. */
const filesPlugin = (files: Files): Plugin => ({
  name: 'recipe',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.{1,2}\/|^entry$/ }, ({ path, importer, namespace }) => {
      if (namespace !== 'recipe' && path !== 'entry') return undefined
      const wanted = path === 'entry' ? path : new URL(path, `file:///${importer}`).pathname.slice(1)
      const found = Object.keys(files).find(
        (file) => file === wanted || file.replace(/\.tsx?$/, '') === wanted,
      )
      return found === undefined ? undefined : { path: found, namespace: 'recipe' }
    })
    onLoad({ filter: /./, namespace: 'recipe' }, ({ path }) => ({
      contents: files[path] ?? '',
      loader: 'tsx',
      resolveDir: ROOT,
    }))
  },
})

/**
 * Makes one script of a recipe's files; `entry` is the page's own code. `standIns` replace modules of a platform that
 * is missing here.
 */
export const bundle = async (
  files: Files & { readonly entry: string },
  { platform = 'browser', standIns = {} }: { platform?: 'browser' | 'node'; standIns?: Files } = {},
): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: ['entry'],
    bundle: true,
    write: false,
    platform,
    format: platform === 'browser' ? 'iife' : 'cjs',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    plugins: [
      {
        name: 'stand-ins',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path }) =>
            path in standIns ? { path, namespace: 'stand-in' } : undefined,
          )
          onLoad({ filter: /./, namespace: 'stand-in' }, ({ path }) => ({
            contents: standIns[path] ?? '',
            loader: 'tsx',
            resolveDir: ROOT,
          }))
        },
      },
      filesPlugin(files),
    ],
  })
  return outputFiles[0]?.text ?? ''
}

/** Makes a script that may stand inside a page. */
export const inline = (code: string): string =>
  `<script>${code.replaceAll('</script', '<\\/script')}</script>`
