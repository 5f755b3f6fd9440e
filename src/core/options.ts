/** How each option must look. A form that takes the empty text is an option's that may be left out. */
export type OptionForms = Readonly<Record<string, RegExp>>

/** A vendor's origin, or a path of the site that leads to it. */
export const ENDPOINT = /^((https?:\/)?\/.*)?$/

/** Options without what a script of the page may have put on `Object.prototype`, such as an `endpoint`. */
export const own = <Options extends object>(options: Options): Options => ({ __proto__: null, ...options })

export const invalid = (option: string, given: unknown, expected: string): TypeError =>
  new TypeError(`sendoff: ${option} is ${given}; expected ${expected}`)

/**
 * Compares what a site has configured with the form of each option.
 * @throws {TypeError} that names the option, the kind of what was given (it may be a secret), and what was expected:
 * the form, or the options that there are, and this `warning`.
 */
export const checkOptions = (options: object, forms: OptionForms, warning: string): void => {
  for (const name of Object.keys({ ...forms, ...options })) {
    const given = own(options)[name as keyof object]
    const form = own(forms)[name]
    if (form ? !form.test(given ?? '') : given)
      throw invalid(name, typeof given, `${form ?? Object.keys(forms)}, ${warning}`)
  }
}
