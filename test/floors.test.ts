import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { importsOf, ROOT, type Source, sources } from './sources.ts'

/**
 * The floors of `src/`, each with those that its files may import from beside itself. A floor is a folder with all that is
 * in it, save for what has a line of its own; the face is `''`.
 */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  cli: ['entries', '', 'vendors', 'core'],
  // What a script tag loads; `vendors/<name>/script.ts` is on this floor, too.
  entries: ['worker', 'full', 'inspector', '', 'vendors', 'core'],
  // At home in a framework: each in its own way, over the face, and with the page views of the attic.
  next: ['react'],
  react: ['full', ''],
  vue: ['full', ''],
  // The same senders in a service worker: a build of its own.
  worker: ['full', '', 'delivery', 'queue', 'store', 'browser', 'vendors', 'core'],
  full: ['', 'delivery', 'queue', 'store', 'browser', 'vendors', 'core'],
  '': ['delivery', 'queue', 'store', 'browser', 'vendors', 'core'],
  // The board for site owners: a build of its own, which reads what the others write.
  inspector: ['delivery', 'queue', 'store', 'core'],
  delivery: ['queue', 'store', 'browser', 'core'],
  queue: ['store', 'core'],
  store: ['core'],
  browser: [],
  relay: ['core', 'vendors'],
  vendors: ['core'],
  core: [],
}

/** The packages that a floor may use; the others use none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  store: ['idb-keyval'],
  cli: ['node:crypto', 'node:fs', 'node:path', 'node:url', 'node:util', 'playwright-core'],
  next: ['next/navigation.js', 'react'],
  react: ['react'],
  vue: ['vue'],
  relay: [
    '@hono/node-server',
    '@redis/client',
    'node:http',
    'node:net',
    'node:util',
    'prom-client',
    'rate-limiter-flexible',
  ],
}

const GROUND = ['core', 'vendors']
const RELAY = 'relay'

/**
 * So many files may stand in a row, each imported by the one before it: with what is imported for its types, and without.
 * These numbers may only fall. Doors, attic, face, delivery, queue, its last moment, store and core stand over one another:
 * with eight, no floor could have a file that puts its parts together.
 */
const MAX_DEPTH = { 'with types': 11, 'of values': 11 }

/** The folder of a file, or the nearest around it, that has a line in `table`. */
const lineFor = (path: string, table: object): string | undefined => {
  const folders = path.split('/').slice(0, -1)
  const around = folders.map((_, index) => folders.slice(0, folders.length - index).join('/'))
  return (around[0] === undefined ? [''] : around).find((folder) => Object.hasOwn(table, folder))
}
const SCRIPT = /^vendors\/[^/]+\/script\.ts$/
const floorOf = (path: string): string | undefined => (SCRIPT.test(path) ? 'entries' : lineFor(path, BELOW))
const isFile = (imported: string): boolean => imported.endsWith('.ts')
const byPath = new Map(sources.map((source) => [source.path, source]))
const importedBy = (path: string): readonly string[] => (byPath.get(path)?.imports ?? []).filter(isFile)

/** The ways from `start` back to itself. */
const cycleFrom = (
  start: string,
  next: (name: string) => readonly string[],
): readonly string[] | undefined => {
  const seen = new Set<string>()
  const visit = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (name === start && way[0] !== undefined) return [...way, name]
    if (seen.has(name)) return undefined
    seen.add(name)
    for (const following of next(name)) {
      const found = visit(following, [...way, name])
      if (found) return found
    }
    return undefined
  }
  return visit(start, [])
}

const cyclesAmong = (
  names: readonly string[],
  next: (name: string) => readonly string[],
): readonly string[] => names.flatMap((name) => cycleFrom(name, next)?.join(' > ') ?? [])

describe('the order of the floors', () => {
  test('is one: no floor may import from itself over others', () => {
    expect(cyclesAmong(Object.keys(BELOW), (floor) => BELOW[floor] ?? [])).toEqual([])
  })

  test('names floors that are there', () => {
    const floors = new Set(sources.map(({ path }) => floorOf(path)))
    expect([...Object.keys(BELOW), ...Object.keys(PACKAGES)].filter((floor) => !floors.has(floor))).toEqual(
      [],
    )
  })
})

describe.each(sources)('$path', ({ path, imports }) => {
  test('lies on a floor of the house', () => {
    expect(floorOf(path)).toBeDefined()
  })

  test('imports only from its own floor and those below', () => {
    const floor = floorOf(path) as string
    const allowed: readonly unknown[] = [floor, ...(BELOW[floor] ?? [])]
    expect(imports.filter((from) => isFile(from) && !allowed.includes(floorOf(from)))).toEqual([])
  })

  test('imports no package but those of its floor', () => {
    const allowed = PACKAGES[lineFor(path, PACKAGES) ?? ''] ?? []
    expect(imports.filter((from) => !isFile(from) && !allowed.includes(from))).toEqual([])
  })
})

test('no file imports itself, over however many others', () => {
  expect(
    cyclesAmong(
      sources.map(({ path }) => path),
      importedBy,
    ),
  ).toEqual([])
})

/** Without what is imported for its types alone: the compiler leaves that out. */
const valuesImportedBy = new Map(
  sources.map(({ path, text }) => {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
    })
    return [path, importsOf(path, outputText).filter(isFile)]
  }),
)

/** The longest row of files from each file, in which each is imported by the one before it. */
const rowsBy = (next: (path: string) => readonly string[]): readonly (readonly string[])[] => {
  const rows = new Map<string, readonly string[]>()
  const rowFrom = (path: string): readonly string[] => {
    const below = next(path).map((from) => rows.get(from) ?? rowFrom(from))
    const row = [path, ...below.reduce((long, other) => (other.length > long.length ? other : long), [])]
    rows.set(path, row)
    return row
  }
  return sources.map(({ path }) => rowFrom(path))
}

test.each([
  ['with types', importedBy],
  ['of values', (path: string) => valuesImportedBy.get(path) ?? []],
] as const)('imports %s are as deep as is told, and no deeper', (kind, next) => {
  const rows = rowsBy(next)
  const deepest = Math.max(...rows.map(({ length }) => length))
  const told = rows.filter(({ length }) => length === deepest).map((row) => row.join(' > '))
  expect(deepest, `${deepest} files in a row:\n${told.join('\n')}\n`).toBe(MAX_DEPTH[kind])
})

/** A file and all that it imports, over however many others. */
const reachedFrom = (start: string): readonly Source[] => {
  const reached = new Set<string>()
  const visit = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const next of byPath.get(path)?.imports ?? []) visit(next)
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
  const others = sources.filter(({ path }) => floorOf(path) !== RELAY)
  const guilty = others.filter(({ imports }) =>
    imports.some((from) => isFile(from) && floorOf(from) === RELAY),
  )
  expect(guilty.map(({ path }) => path)).toEqual([])
})

const ground = sources.filter(({ path }) => GROUND.includes(`${floorOf(path)}`))

test('the ground floor knows no browser: it compiles without one', () => {
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
  expect(ground.length).toBeGreaterThan(1)
  const reads = /\b(Date\.now|Math\.random|performance\.now|new Date\(\))/
  expect(ground.filter(({ text }) => reads.test(text)).map(({ path }) => path)).toEqual([])
})
