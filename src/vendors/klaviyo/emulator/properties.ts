import type { KlaviyoLimits } from './limits.ts'

export interface PropertyProblem {
  /** The path below `properties`. */
  readonly path: readonly (string | number)[]
  readonly message: string
}

const utf8 = new TextEncoder()

/**
 * Returns which of Klaviyo's limits the free-form properties of one event or profile break; an empty list when they
 * break none.
 */
export const propertyProblems = (
  properties: Readonly<Record<string, unknown>>,
  limits: KlaviyoLimits,
): readonly PropertyProblem[] => {
  const problems: PropertyProblem[] = []
  const report = (path: PropertyProblem['path'], message: string): void => {
    problems.push({ path, message })
  }

  const visit = (value: unknown, path: PropertyProblem['path'], level: number): void => {
    if (typeof value === 'string') {
      if (/\p{Surrogate}/u.test(value)) report(path, 'Strings must be UTF-8.')
      if (utf8.encode(value).length > limits.stringBytes) {
        report(path, `Strings may have at most ${limits.stringBytes} bytes.`)
      }
      return
    }
    if (typeof value !== 'object' || value === null) return
    // The check stops here, so that a hostile depth does not overflow the stack.
    if (level > limits.nestingLevels) {
      report(path, `Values may be nested at most ${limits.nestingLevels} levels deep.`)
      return
    }
    if (Array.isArray(value) && value.length > limits.arrayItems) {
      report(path, `Arrays may have at most ${limits.arrayItems} items.`)
      return
    }
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, [...path, Array.isArray(value) ? Number(key) : key], level + 1)
    }
  }

  if (Object.keys(properties).length > limits.propertiesPerEvent) {
    report([], `There may be at most ${limits.propertiesPerEvent} properties.`)
  }
  visit(properties, [], 1)
  return problems
}
