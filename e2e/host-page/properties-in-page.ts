// The script runs inside a page: it calls every public function with values that fast-check makes.
import fc from 'fast-check'

const refuse = (): never => {
  throw new Error('hands off')
}

const circular = (): unknown => {
  const circle: Record<string, unknown> = {}
  circle.self = [circle]
  return circle
}

const deep = (): unknown => {
  let value: unknown = {}
  for (let level = 0; level < 10_000; level += 1) value = { value }
  return value
}

const LARGE = 'x'.repeat(10_000_000)

const HOSTILE: readonly unknown[] = [
  circular(),
  deep(),
  Object.defineProperty({}, 'price', { enumerable: true, get: refuse }),
  new Proxy({}, { get: refuse, ownKeys: refuse, has: refuse, getPrototypeOf: refuse }),
  new Proxy(() => undefined, { apply: refuse, get: refuse }),
  { toString: refuse, valueOf: refuse },
  { toJSON: refuse },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Symbol('hostile'),
  1n,
  Number.NaN,
  '\ud800',
  '\udfff\ud800',
  '',
  () => refuse(),
  new Date(Number.NaN),
  Object.create(null),
  window,
  document,
  LARGE,
  { text: LARGE },
]

/** Each value is held in a function, because fast-check inspects what it generates, and some of these values throw. */
const held = (values: readonly unknown[]) => fc.constantFrom(...values.map((value) => () => value))

const anyArgument = fc.oneof(
  { weight: 300, arbitrary: held(HOSTILE.slice(0, -2)) },
  // Large values cost a hundred times as much as all others.
  { weight: 1, arbitrary: held(HOSTILE.slice(-2)) },
  {
    weight: 300,
    arbitrary: fc
      .anything({
        maxDepth: 2,
        maxKeys: 4,
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withObjectString: true,
        withSet: true,
        withSparseArray: true,
        withTypedArray: true,
      })
      .map((value) => () => value),
  },
  { weight: 100, arbitrary: fc.string({ unit: 'binary' }).map((text) => () => text) },
  { weight: 100, arbitrary: held(['settled', 'flush', 'paused', 'error', 'id', 'time']) },
)

const METHODS = {
  track: fc.constant(''),
  others: fc.constantFrom('identify', 'reset', 'status', 'flush'),
  on: fc.constant('on'),
}

const anyCall = (methods: keyof typeof METHODS) =>
  fc.record({ method: METHODS[methods], args: fc.array(anyArgument, { maxLength: 3 }) })

/** Returns the promises in what a call returns: each must be fulfilled. */
const promisesIn = (returned: unknown): readonly unknown[] =>
  returned && typeof returned === 'object' && 'stored' in returned ? [returned.stored] : [returned]

interface Task {
  readonly count: number
  readonly seed: number
  readonly methods: keyof typeof METHODS
}

interface Outcome {
  readonly calls: number
  readonly failures: readonly string[]
  readonly good: readonly string[]
}

const failures: string[] = []
addEventListener('unhandledrejection', ({ reason }) => failures.push(`unhandled: ${reason}`))
addEventListener('error', ({ message }) => failures.push(`uncaught: ${message}`))

/** Makes `count` hostile calls, and a good one after every hundred of them. */
const abuse = async ({ count, seed, methods }: Task): Promise<Outcome> => {
  const good: string[] = []
  const made = fc.sample(anyCall(methods), { seed, numRuns: count })
  for (const [index, { method, args }] of made.entries()) {
    const call = method ? Reflect.get(window.track, method) : window.track
    try {
      const returned =
        typeof call === 'function'
          ? Reflect.apply(
              call,
              window.track,
              args.map((hold) => hold()),
            )
          : undefined
      if (method === 'on' && typeof returned === 'function') returned()
      // The promises are not awaited, because a flush ends only when everything is delivered.
      for (const promise of promisesIn(returned))
        Promise.resolve(promise).catch((reason) => failures.push(`rejected in seed ${seed}: ${reason}`))
    } catch (error) {
      failures.push(`${method || 'track'} call ${index} of seed ${seed}: ${error}`)
    }
    if (index % 100 === 0) {
      const label = `good ${seed} ${index}`
      window.track('Tested', { label })
      good.push(label)
    }
  }
  return { calls: made.length, failures, good }
}

Object.assign(globalThis, { abuse })
