import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { bundleText } from './bundle.ts'
import type { Code } from './code.ts'
import type { SeamFault } from './seams.ts'

/** A mistake in the middle of a function, where there is no seam: one exact piece of a source file, and what stands there. */
export interface TextFault {
  /** Under `src/`. */
  readonly file: string
  readonly text: string
  readonly instead: string
  /** A seed shortly before the first that finds it, where that takes hundreds. */
  readonly from?: number
}

/** A deliberate mistake. */
export type Fault = SeamFault | TextFault

const pathOf = (file: string): string => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))

const rewriting = ({ file, text, instead }: TextFault): Plugin => ({
  name: 'text',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path !== pathOf(file)) return undefined
      const [before = '', after, ...others] = (await readFile(path, 'utf8')).split(text)
      if (after === undefined || others.length)
        throw new Error(
          `src/${file} has this piece ${after === undefined ? 'not' : 'more than once'}: ${text}`,
        )
      return { contents: before + instead + after, loader: 'ts' }
    })
  },
})

const SEAM = 'seam'

/** All who import the module get another, with the same exports: one of its functions can be replaced. */
const replacing = ({ file, name }: SeamFault): Plugin => {
  const path = pathOf(file)
  return {
    name: SEAM,
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^seam$/ }, () => ({ path, namespace: SEAM }))
      onResolve({ filter: /\.ts$/ }, ({ path: asked, resolveDir, namespace }) =>
        namespace !== SEAM && resolve(resolveDir, asked) === path ? { path, namespace: SEAM } : undefined,
      )
      onLoad({ filter: /.*/, namespace: SEAM }, () => ({
        contents: `import { ${name} as right } from ${JSON.stringify(path)}
          export * from ${JSON.stringify(path)}
          let present = right
          export const ${name} = (...given) => present(...given)
          export const breakIt = (wrong) => { present = wrong(right) }`,
        resolveDir: dirname(path),
      }))
    },
  }
}

/** Bundles that are equal would be one module: each is its own, and broken once. */
let bundles = 0
const imported = async (url: URL) => {
  bundles += 1
  return import(`${url.href}#${bundles}`)
}

/** The code under test with one mistake in it. */
export const breakCode = async (fault: Fault): Promise<Code> => {
  if ('text' in fault)
    return (await imported(await bundleText(`export * from './code.ts'`, [rewriting(fault)]))).code
  const script = `export { code } from './code.ts'; export { breakIt } from '${SEAM}'`
  const { code, breakIt } = await imported(await bundleText(script, [replacing(fault)]))
  breakIt(fault.wrong)
  return code
}
