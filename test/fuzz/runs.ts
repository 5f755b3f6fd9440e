/** Inputs for each property: `npm run fuzz` gives more. */
export const RUNS = Number(process.env.SENDOFF_FUZZ_RUNS ?? 1_000)

/** Longer than any of them takes on a machine that others use; an attack took from seconds to minutes. */
const MAX_MS = 5_000

/** Runs one input, and fails where it takes long. */
export const timely = <Result>(work: () => Result): Result => {
  const startMs = performance.now()
  const check = (): void => {
    const ms = performance.now() - startMs
    if (ms > MAX_MS) throw new Error(`took ${Math.round(ms)} ms`)
  }
  const result = work()
  if (result instanceof Promise)
    return result.then((value) => {
      check()
      return value
    }) as Result
  check()
  return result
}
