import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { bundle } from './bundle.ts'
import type { Code } from './code.ts'

/** A deliberate mistake: one exact piece of a source file, and what stands there instead. */
export interface Fault {
  /** Under `src/`. */
  readonly file: string
  readonly text: string
  readonly instead: string
  /** A seed shortly before the first that finds it, where that takes thousands. */
  readonly from?: number
}

const pathOf = (file: string): string => fileURLToPath(new URL(`../../src/${file}`, import.meta.url))

const pluginFor = ({ file, text, instead }: Fault): Plugin => ({
  name: 'fault',
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

/** The code under test with one mistake in it. */
export const breakCode = async (fault: Fault): Promise<Code> => {
  const { code } = await import((await bundle('./code.ts', [pluginFor(fault)])).href)
  return code
}
