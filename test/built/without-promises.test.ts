import { join } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { beforeAll, expect, test } from 'vitest'
import { SCRIPT_FILES } from '../../scripts/script-files.mjs'
import { PROMISES, type PromiseMade, withoutPromises } from '../../scripts/size/promises.mjs'
import { ROOT } from '../sources.ts'

/** Each script as esbuild alone makes it, which is quick, with the sources that something of it is from. */
const built = async (promises: readonly PromiseMade[]) => {
  const { outputFiles, metafile } = await build({
    entryPoints: ['sendoff.klaviyo.js', 'sendoff.js', 'sendoff.full.js'].map((name) =>
      join(ROOT, 'src', `${SCRIPT_FILES[name]?.entry}`),
    ),
    absWorkingDir: ROOT,
    outdir: join(ROOT, 'dist'),
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
    plugins: [withoutPromises(promises)],
  })
  const sources = Object.values(metafile.outputs).map(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? path.replace(/^src\//, '') : [],
    ),
  )
  return outputFiles.map(({ text }, index) => ({ text, sources: sources[index] ?? [] }))
}

let whole: Awaited<ReturnType<typeof built>>
beforeAll(async () => {
  whole = await built([])
})

test.each([...PROMISES.map((promise) => [promise]), PROMISES].map((promises) => ({ promises })))(
  'a script without $promises.0.name parses, and is smaller',
  async ({ promises }) => {
    const paths = promises.flatMap(({ without }) => Object.keys(without))
    const rest = await built(promises)
    let smaller = 0
    rest.forEach(({ text }, index) => {
      const before = whole[index]
      new Script(text)
      const isAbout = before?.sources.some((source) => paths.includes(source))
      if (isAbout) expect(text.length).toBeLessThan(before?.text.length ?? 0)
      else expect(text).toBe(before?.text)
      if (isAbout) smaller++
    })
    expect(smaller).toBeGreaterThan(0)
  },
)
