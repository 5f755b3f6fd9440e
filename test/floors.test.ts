import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { ROOT, type Source, sources } from './sources.ts'

/** A folder of `src/`, and those that its files may import from beside itself. The face is `''`. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  '': ['delivery', 'storage', 'browser', 'core', 'destinations'],
  delivery: ['storage', 'browser', 'core', 'destinations'],
  storage: ['browser', 'core', 'destinations'],
  browser: ['storage', 'core', 'destinations'],
  core: ['destinations'],
  destinations: ['core'],
  full: [],
  relay: ['core', 'destinations'],
}

/** The packages that a floor may use; the ground floor and the face use none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  storage: ['idb-keyval'],
  relay: ['@hono/node-server', '@redis/client', 'node:http', 'node:net'],
}

const GROUND = ['core', 'destinations']

const floorOf = (path: string): string => path.split('/').slice(0, -1).join('/')
const isFile = (imported: string): boolean => imported.endsWith('.ts')

const cycleFrom = (start: Source): readonly string[] | undefined => {
  const visit = (path: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(path)) return path === start.path ? [...way, path] : undefined
    const imports = sources.find((source) => source.path === path)?.imports ?? []
    for (const next of imports) {
      const found = visit(next, [...way, path])
      if (found) return found
    }
    return undefined
  }
  return visit(start.path, [])
}

describe.each(sources)('$path', ({ path, imports }) => {
  test('lies on a floor of the house', () => {
    expect(Object.keys(BELOW)).toContain(floorOf(path))
  })

  test('imports only from its own floor and those below', () => {
    const floor = floorOf(path)
    const allowed = [floor, ...(BELOW[floor] ?? [])]
    expect(imports.filter((from) => isFile(from) && !allowed.includes(floorOf(from)))).toEqual([])
  })

  test('imports no package but those of its floor', () => {
    const allowed = PACKAGES[floorOf(path)] ?? []
    expect(imports.filter((from) => !isFile(from) && !allowed.includes(from))).toEqual([])
  })
})

test('no file imports itself, over however many others', () => {
  expect(sources.flatMap((source) => cycleFrom(source)?.join(' > ') ?? [])).toEqual([])
})

/** A file and all that it imports, over however many others. */
const reachedFrom = (start: string): readonly Source[] => {
  const reached = new Set<string>()
  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const next of sources.find((source) => source.path === path)?.imports ?? []) visit(next)
  }
  visit(start)
  return sources.filter(({ path }) => reached.has(path))
}

test.each(['relay/index.ts', 'relay/redis.ts'])('%s needs nothing but web standards', (entry) => {
  const reached = reachedFrom(entry)
  expect(reached.length).toBeGreaterThan(1)
  expect(reached.flatMap(({ imports }) => imports.filter((from) => !isFile(from)))).toEqual([])
  const platform = /\b(process|Buffer|Deno|Bun|require)\b[.(]/
  const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '')
  expect(reached.filter(({ text }) => platform.test(code(text))).map(({ path }) => path)).toEqual([])
})

test('the web-standard handler knows no Redis', () => {
  const reached = reachedFrom('relay/index.ts').map(({ path }) => path)
  expect(reached.filter((path) => /redis/.test(path))).toEqual([])
})

test('nothing in the browser reaches the relay', () => {
  const others = sources.filter(({ path }) => floorOf(path) !== 'relay')
  const guilty = others.filter(({ imports }) => imports.some((from) => floorOf(from) === 'relay'))
  expect(guilty.map(({ path }) => path)).toEqual([])
})

test('the ground floor knows no browser: it compiles without one', () => {
  const ground = sources.filter(({ path }) => GROUND.includes(floorOf(path)))
  const program = ts.createProgram(
    ground.map(({ path }) => join(ROOT, 'src', path)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ['lib.es2023.d.ts'],
      types: [],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
    },
  )
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  expect(problems).toEqual([])
})

test('the ground floor reads no clock and draws no random number', () => {
  const ground = sources.filter(({ path }) => GROUND.includes(floorOf(path)))
  const reads = /\b(Date\.now|Math\.random|performance\.now|new Date\(\))/
  expect(ground.filter(({ text }) => reads.test(text)).map(({ path }) => path)).toEqual([])
})
