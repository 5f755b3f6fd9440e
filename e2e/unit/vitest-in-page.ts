// The module replaces vitest where a suite runs in a real page: it has the functions that the contract suites use.

export interface PageTest {
  readonly name: string
  readonly run: () => unknown
}

const tests: PageTest[] = []
let group = ''

export const describe = (name: string, define: () => void): void => {
  const outer = group
  group = `${group}${name} › `
  define()
  group = outer
}

export const test = (name: string, run: () => unknown): void => {
  tests.push({ name: `${group}${name}`, run })
}

export const it = test

const shown = (value: unknown): string => (value instanceof Error ? `${value}` : `${JSON.stringify(value)}`)

const matchersOf = (actual: unknown, wanted: boolean) => {
  const demand = (holds: boolean, what: string, expected: unknown): void => {
    if (holds !== wanted)
      throw new Error(`expected ${shown(actual)} ${wanted ? '' : 'not '}${what} ${shown(expected)}`)
  }
  return {
    toBe: (expected: unknown) => demand(Object.is(actual, expected), 'to be', expected),
    // An undefined item of a list becomes null here, which makes no difference to the suites.
    toEqual: (expected: unknown) => demand(shown(actual) === shown(expected), 'to equal', expected),
    toContain: (expected: unknown) =>
      demand((actual as readonly unknown[]).includes(expected), 'to contain', expected),
    toHaveLength: (expected: number) =>
      demand((actual as readonly unknown[]).length === expected, 'to have length', expected),
    toMatch: (expected: RegExp) => demand(expected.test(`${actual}`), 'to match', `${expected}`),
    toBeGreaterThan: (expected: number) => demand(Number(actual) > expected, 'to be above', expected),
    toThrow: (expected: unknown) => demand(`${actual}`.includes(`${expected}`), 'to throw', expected),
  }
}

type Matchers = ReturnType<typeof matchersOf>
type Later = { readonly [Name in keyof Matchers]: (expected?: unknown) => Promise<void> }

/** Waits for what `reach` finds before it compares. */
const later = (reach: () => Promise<unknown>): Later =>
  new Proxy({} as Later, {
    get: (_, name) => async (expected: unknown) => {
      const matcher = matchersOf(await reach(), true)[name as keyof Matchers] as (expected: unknown) => void
      matcher(expected)
    },
  })

const NOTHING = Symbol('nothing was thrown')

const reasonOf = async (promise: unknown): Promise<unknown> => {
  const reason = await Promise.resolve(promise).then(
    () => NOTHING,
    (error: unknown) => error,
  )
  if (reason === NOTHING) throw new Error('expected a rejection')
  return reason
}

export const expect = (actual: unknown) => ({
  ...matchersOf(actual, true),
  not: matchersOf(actual, false),
  resolves: later(async () => actual),
  rejects: later(() => reasonOf(actual)),
})

/** Runs what the suites have defined, in their order; returns the name and the failure ('' for none) of each. */
const runTests = async (): Promise<readonly { readonly name: string; readonly failure: string }[]> => {
  const results: { name: string; failure: string }[] = []
  for (const { name, run } of tests) {
    const failure = await Promise.resolve()
      .then(run)
      .then(
        () => '',
        (error) => `${error?.stack ?? error}`,
      )
    results.push({ name, failure })
  }
  return results
}

Object.assign(globalThis, { runTests })
