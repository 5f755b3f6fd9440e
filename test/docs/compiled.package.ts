import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transform } from '@astrojs/compiler'
import { transform as transpile } from 'esbuild'
import ts from 'typescript'
import { afterAll, describe, expect, test } from 'vitest'
import { compileScript, parse } from 'vue/compiler-sfc'
import { VENDORS } from '../../scripts/script-files.mjs'
import { pack } from '../package/packed.ts'
import { ROOT } from '../sources.ts'
import { type CodeBlock, codeBlocks, PAGES } from './code-blocks.ts'

const { project, remove } = pack([
  '@types/react',
  '@types/react-dom',
  '@types/node',
  'undici-types',
  'csstype',
  'react',
  'vue',
  '@vue',
])

afterAll(remove)

/** What a page's short examples take for granted; whole files import what they need. */
const GLOBALS = `
  declare const track: import('sendoff/full').FullTracker & import('sendoff').Closable
  interface ImportMeta { readonly hot?: { dispose(run: () => void): void } }
  declare const createTracker: typeof import('sendoff').createTracker & typeof import('sendoff/full').createTracker
  ${VENDORS.map((vendor) => `declare const ${vendor}: typeof import('sendoff/${vendor}').${vendor}`).join('\n')}
  declare const withRejected: typeof import('sendoff/rejected').withRejected
  declare const createRelay: typeof import('sendoff/relay').createRelay
  declare const helpcrunchVendor: typeof import('sendoff/relay').helpcrunchVendor
  declare const yotpoVendor: typeof import('sendoff/relay').yotpoVendor
  declare const createRedisIds: typeof import('sendoff/relay/redis').createRedisIds
  declare const createRedisQueue: typeof import('sendoff/relay/redis').createRedisQueue
  declare const signWriteKey: typeof import('sendoff/relay').signWriteKey
  declare const secret: string
  declare const client: import('sendoff/relay/redis').RedisCommands
  declare const createMemoryIds: typeof import('sendoff/relay').createMemoryIds
  declare const createClient: typeof import('@redis/client').createClient
  declare const options: Omit<import('sendoff/relay').RelayOptions, 'deliveredIds'>
  declare const env: Readonly<Record<string, string>> &
    Readonly<Record<'EVENTS' | 'DEAD', import('sendoff/relay').CloudflareQueue>>
  declare const createCloudflareQueue: typeof import('sendoff/relay').createCloudflareQueue
  declare const createQueueConsumer: typeof import('sendoff/relay').createQueueConsumer
  declare const relay: ReturnType<typeof import('sendoff/relay').createRelay>
  declare const vendors: import('sendoff/relay').RelayOptions['vendors']
  declare const followConsentMode: typeof import('sendoff/full').followConsentMode
  declare const followTcf: typeof import('sendoff/full').followTcf
  type Middleware = import('sendoff/full').Middleware
  declare const destinations: readonly import('sendoff').Destination[]
  declare const letter: import('sendoff/rejected').DeadLetter
  declare module 'next/navigation' { export const usePathname: () => string }`

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  // As Next.js sets it up.
  paths: { '@/*': [join(project, 'pages/recipes/nextjs/*')] },
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
}

/** A default that typedoc prints as code is a value, and may be a word such as "now". */
const isDefault = ({ page, line }: CodeBlock): boolean =>
  page.startsWith('docs/api/') &&
  readFileSync(join(ROOT, page), 'utf8')
    .split('\n')
    .slice(Math.max(0, line - 5), line)
    .some((text) => /^#+ Default/.test(text))

/** Of an app's components and types, of which the example shows a line: `test/frameworks/` and `examples/` are whole. */
const isOfFramework = ({ page, code }: CodeBlock): boolean =>
  /^docs\/api\/(next|react|vue)\b/.test(page) ||
  // The build of the example compiles it, with the framework itself.
  /from '(@angular\/|react-router|vue-router|next\/|\.\/App)|defineNuxtPlugin|useRoute\(/.test(code)

const blocks = PAGES.flatMap(codeBlocks).filter((block) => !isDefault(block) && !isOfFramework(block))
const ofLanguage = (...languages: readonly string[]) =>
  blocks.filter(({ language }) => languages.includes(language))

/** Where a block is written: beside the others of its page. */
const placeOf = ({ page, line, file, language }: CodeBlock): string =>
  join(project, 'pages', page.replace(/\.md$/, ''), file ?? `line-${line}.${language}`)

const write = (place: string, code: string): string => {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, code)
  return place
}

const problemsOf = (places: readonly string[], options: ts.CompilerOptions): readonly string[] => {
  const program = ts.createProgram(places, options)
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1
    return `${file?.fileName.replace(`${project}/`, '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}

const isInRepository = (command: string): boolean =>
  /^(git|cd|npm (ci|install|start|test|run|pack|publish|view)|npx (playwright|sendoff-relay|vitest)|node )/.test(
    command,
  )

const { scripts, bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>
  bin: Readonly<Record<string, string>>
}

describe('the code of the pages', () => {
  test('is found', () => {
    expect(ofLanguage('ts', 'tsx').length).toBeGreaterThan(15)
    expect(ofLanguage('sh').length).toBeGreaterThan(2)
  })

  test('is of a language that one of these tests, or a recipe’s, knows', () => {
    const known = ['ts', 'tsx', 'js', 'html', 'sh', 'vue', 'astro', 'svelte', 'liquid', 'php', '']
    expect(
      blocks.filter(({ language }) => !known.includes(language)).map(({ page, line }) => `${page}:${line}`),
    ).toEqual([])
  })

  test('compiles against the package as it is published, if it is TypeScript', async () => {
    const plain = ofLanguage('ts', 'tsx').map((block) => write(placeOf(block), block.code))
    const vue = ofLanguage('vue').map((block) => {
      const { descriptor } = parse(block.code, { filename: 'block.vue' })
      return write(
        `${placeOf(block)}.ts`,
        compileScript(descriptor, { id: 'block', inlineTemplate: true }).content,
      )
    })
    const astro = ofLanguage('astro').map(async (block) => {
      const { scripts } = await transform(block.code, { filename: 'block.astro' })
      const code = scripts.map((script) => (script.type === 'inline' ? script.code : '')).join('')
      return write(`${placeOf(block)}.ts`, code)
    })
    expect([vue.length, astro.length]).toEqual([1, 2])
    const globals = write(join(project, 'globals.d.ts'), GLOBALS)
    expect(problemsOf([...plain, ...vue, ...(await Promise.all(astro)), globals], OPTIONS)).toEqual([])
  })

  test('is right to count on the types: they hold without the leniency that most projects allow', () => {
    const names = [
      '',
      ...VENDORS.map((vendor) => `/${vendor}`),
      '/rejected',
      '/full',
      '/relay',
      '/relay/redis',
    ]
    const importing = write(
      join(project, 'types.ts'),
      names.map((name) => `import 'sendoff${name}'`).join('\n'),
    )
    const strict = {
      ...OPTIONS,
      types: [],
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      exactOptionalPropertyTypes: true,
    }
    expect(problemsOf([importing], strict)).toEqual([])
  })

  test('is correct JavaScript', async () => {
    const problems = await Promise.all(
      ofLanguage('js').map(({ page, line, code }) =>
        transpile(code, { loader: 'js', logLevel: 'silent' }).then(
          () => [],
          (error) => [`${page}:${line} ${error}`],
        ),
      ),
    )
    expect(problems.flat()).toEqual([])
  })

  test('calls no command that is not there', () => {
    const unknown = ofLanguage('sh').flatMap(({ page, code }) => {
      execFileSync('bash', ['-n', '-c', code])
      const commands = code
        .split('\n')
        .flatMap((line) => line.replace(/#.*/, '').split('&&'))
        .map((command) => command.trim().replace(/^(\w+=\S+ )+/, ''))
        .filter(Boolean)
      return commands
        .filter((command) => {
          const [, script] = /^npm (?:run )?(start|test|[\w:]+)/.exec(command) ?? []
          const [, tool] = /^npx (?:-p \S+ )*(\S+)/.exec(command) ?? []
          if (script && !['ci', 'install', 'pack', 'publish', 'view'].includes(script))
            return !scripts[script]
          return tool
            ? !bin[tool] && !['playwright', 'vitest', 'changeset'].includes(tool)
            : !isInRepository(command)
        })
        .map((command) => `${page}: ${command}`)
    })
    expect(unknown).toEqual([])
  })
})
