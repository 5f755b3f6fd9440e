import type { Destination } from './destination.ts'

/** How each option must look, and in words. A form that takes the empty text is an option's that may be left out. */
export type OptionForms = Readonly<Record<string, readonly [form: RegExp, expected: string]>>

/** A vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = [/^((https?:\/)?\/.*)?$/, 'an address or a path'] as const

/** Options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
export const own = <Options extends object>(options: Options): Options => ({ __proto__: null, ...options })

export const invalid = (option: string, given: unknown, expected: string): TypeError =>
  new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`)

/** For what may be a secret, of which no more is said than its length or its kind. */
export const invalidSecret = (option: string, given: unknown, expected: string): TypeError => {
  const its = typeof given === 'string' ? `has ${given.length} characters` : `is ${typeof given}`
  return new TypeError(`sendoff: ${option} ${its}; expected ${expected}`)
}

/** The common options of every destination. */
export type Readiness = Pick<Destination, 'missing' | 'live'>

/**
 * Compares what a site has configured for a vendor with the form of each option. One that is left out is no mistake here:
 * a site's key may come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option, and says what was expected: the form, or the options that there are, and
 * this `warning`.
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
