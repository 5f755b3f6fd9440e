import { check } from 'recheck'
import ts from 'typescript'
import { afterEach, expect, test, vi } from 'vitest'
import { amountOf } from '../src/core/amount.ts'
import { snakeCase } from '../src/relay/vendors/yotpo-body.ts'
import { crowdpower } from '../src/vendors/crowdpower/destination.ts'
import { eventsOf } from './events.ts'
import { type Source, sources } from './sources.ts'

interface Pattern {
  readonly path: string
  readonly source: string
  readonly flags: string
}

const each = ({ path, text }: Source, visit: (node: ts.Node) => void): void => {
  const inner = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, inner)
  }
  inner(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
}

const literals = sources.flatMap((source) => {
  const found: Pattern[] = []
  each(source, (node) => {
    if (!ts.isRegularExpressionLiteral(node)) return
    const end = node.text.lastIndexOf('/')
    found.push({ path: source.path, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
  })
  return found
})

/** Those that are put together, each with something that makes it. */
const MADE: Readonly<Record<string, (() => Promise<unknown>) | undefined>> = {
  'full/context/redact-url.ts': () => import('../src/full/context/redact-url.ts'),
  // Of two names that are written beside it, over what the site's own Redis says.
  'relay/node/redis-connection.ts': undefined,
  'vendors/bloomreach/adoption.ts': async () =>
    (await import('../src/vendors/bloomreach/adoption.ts')).bloomreachVisitor('a=b'),
}

/** Not linear, and bounded before they are asked: tests below hold them to it. */
const BOUNDED: readonly string[] = ['core/amount.ts', 'core/amount.ts', 'relay/vendors/yotpo-body.ts']

/** Times that a part of the checker's attack is repeated; of a square, the last takes some seconds. */
const REPEATS = [500, 2_000, 8_000, 32_000, 64_000]
/** Of the processor: a machine may be busy. A linear one takes some of them, more when garbage is collected meanwhile. */
const HARD_MS = 300
const TRIES = 4

const takesLong = (regex: RegExp, text: string): boolean => {
  const start = process.cpuUsage()
  regex.lastIndex = 0
  regex.test(text)
  return process.cpuUsage(start).user / 1_000 >= HARD_MS
}

/**
 * The checker searches by chance and for a while, so it may accuse an innocent one on a busy machine: what it has found is
 * tried.
 */
const isLinear = async ({ source, flags }: Pattern): Promise<boolean> => {
  const found = await check(source, flags, { timeout: 300_000, randomSeed: 0 })
  if (found.status === 'safe') return true
  // It has come to no end.
  if (found.status === 'unknown') return false
  const { attack } = found
  const regex = new RegExp(source, flags)
  return REPEATS.every((times) => {
    const text = attack.pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + attack.suffix
    return Array.from({ length: TRIES }).some(() => !takesLong(regex, text))
  })
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test('every regular expression takes a time that grows with the length of the text, and no more', async () => {
  expect(literals.length).toBeGreaterThan(80)
  const found: string[] = []
  for (const pattern of literals) if (!(await isLinear(pattern))) found.push(pattern.path)
  expect(found).toEqual(BOUNDED)
})

test('so do those that are put together', async () => {
  const makers = sources.flatMap((source) => {
    const found: string[] = []
    each(source, (node) => {
      const isMade =
        (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'
      if (isMade) found.push(source.path)
    })
    return found
  })
  expect([...new Set(makers)]).toEqual(Object.keys(MADE))

  const made: Pattern[] = []
  const Native = RegExp
  class Recording extends Native {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags)
      made.push({ path: '', source: this.source, flags: this.flags })
    }
  }
  vi.resetModules()
  vi.stubGlobal('RegExp', Recording)
  for (const make of Object.values(MADE)) await make?.()
  vi.unstubAllGlobals()
  expect(made.length).toBeGreaterThanOrEqual(4)
  for (const pattern of made) expect(await isLinear(pattern), pattern.source).toBe(true)
})

const HOSTILE = 1_000_000

test.each<[string, () => unknown]>([
  ['an amount of digits', () => amountOf('1'.repeat(HOSTILE))],
  ['an amount in groups', () => amountOf('1,100'.repeat(HOSTILE / 5))],
  ['an amount of white space', () => amountOf(`1${' '.repeat(HOSTILE)}1`)],
  ['a name in snake case', () => snakeCase(`a${'_'.repeat(HOSTILE)}b`)],
  [
    'a refusal of an e-mail address',
    () =>
      crowdpower({ key: `pk_${'a'.repeat(64)}` }).interpret(
        eventsOf(1, { identity: { anonymousId: 'a', userId: 'u', email: 'ada@shop.test' } }),
        { status: 400, body: 'email not '.repeat(HOSTILE / 2), retryAfterMs: 0 },
      ),
  ],
])('what is not linear is bounded first: %s', (_, work) => {
  const startMs = performance.now()
  work()
  // Without their bounds those of an amount and of a name take minutes.
  expect(performance.now() - startMs).toBeLessThan(5_000)
})
