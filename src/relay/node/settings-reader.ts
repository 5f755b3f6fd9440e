export type Env = Readonly<Record<string, string | undefined>>

/** Tells what is wrong with the environment: a line for each variable, with its name and never its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/** Reads variables, and notes what is wrong with them. */
export const createReader = (env: Env) => {
  const problems: string[] = []
  const text = (name: string): string | undefined => env[name]?.trim() || undefined
  return {
    problems,
    text,
    need(name: string, expected: string): string {
      const value = text(name)
      if (value === undefined) problems.push(`${name} is missing: expected ${expected}`)
      return value ?? ''
    },
    list: (value: string): string[] =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    check(name: string, isRight: (value: string) => boolean, expected: string): string | undefined {
      const value = text(name)
      if (value === undefined || isRight(value)) return value
      problems.push(`${name} is wrong: expected ${expected}`)
      return undefined
    },
  }
}

export type Reader = ReturnType<typeof createReader>
