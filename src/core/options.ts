import type { Destination } from './destination.ts'

/** How each option must look. A form that takes the empty text is an option's that may be left out. */
export type OptionForms = Readonly<Record<string, RegExp>>

/** A vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = /^((https?:\/)?\/.*)?$/

export const invalid = (option: string, given: unknown, expected: string): TypeError =>
  new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`)

/** What the options say of a destination, beside what it needs them for. */
export type Readiness = Pick<Destination, 'missing' | 'live'>

/**
 * Compares what a site has configured with the form of each option. One that is left out is no mistake here: a site's key
 * may come from an environment variable that is not set everywhere.
 * @throws {TypeError} that names the option, the kind of what was given (it may be a secret), and what was expected:
 * the form, or the options that there are, and this `warning`.
 */
export const checkOptions = (options: object, forms: OptionForms, warning: string): Readiness => {
  let missing: string | undefined
  for (const name of Object.keys({ ...forms, ...options })) {
    const given = options[name as keyof object]
    const form = forms[name]
    if (form ? form.test(given ?? '') : !given) continue
    if (given) throw invalid(name, typeof given, `${form ?? Object.keys(forms)}, ${warning}`)
    missing ??= name
  }
  return { missing, live: !options['endpoint' as keyof object] }
}
