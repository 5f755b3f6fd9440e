import type { Destination } from './destination.ts'

/**
 * The form of each option, as a pattern and in words. A pattern that matches the empty text belongs to an optional
 * option.
 */
export type OptionForms = Readonly<Record<string, readonly [form: RegExp, expected: string]>>

/** The form of an endpoint: a vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = [/^((https?:\/)?\/.*)?$/, 'an address or a path'] as const

/** Returns the options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
export const own = <Options extends object>(options: Options): Options => ({ __proto__: null, ...options })

export const invalid = (option: string, given: unknown, expected: string): TypeError =>
  new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`)

/** Makes the error for an option that may be a secret: it tells only the length or the kind of the value. */
export const invalidSecret = (option: string, given: unknown, expected: string): TypeError => {
  const its = typeof given === 'string' ? `has ${given.length} characters` : `is ${typeof given}`
  return new TypeError(`sendoff: ${option} ${its}; expected ${expected}`)
}

/** What is common to all destinations: whether one lacks its key, and whether it sends to the vendor itself. */
export type Readiness = Pick<Destination, 'missing' | 'live'>

/**
 * Compares a vendor's options with their forms. A required option that is left out is no mistake here: a site's key may
 * come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option and says what was expected: its form, or the options that exist, and
 * `warning`.
 */
export const checkOptions = (
  vendor: string,
  options: object,
  forms: OptionForms,
  warning: string,
): Readiness => {
  let missing: string | undefined
  for (const name of Object.keys({ ...forms, ...options })) {
    const given: unknown = own(options)[name as keyof object]
    const [form, expected = `one of ${Object.keys(forms)}`] = own(forms)[name] ?? []
    const text = given ?? ''
    if (form ? typeof text === 'string' && form.test(text) : !given) continue
    if (given) throw invalidSecret(`${vendor} ${name}`, given, `${expected}, ${warning}`)
    missing ??= name
  }
  return { missing, live: !own(options)['endpoint' as keyof object] }
}
