import type { Identity, Properties } from './event.ts'

/** What `identify` may say about a person. Unknown names become properties of the vendor's profile. */
export interface Traits extends Properties {
  readonly email?: string
  /** E.164, for example +491701234567; spaces, dots, dashes and brackets are removed. */
  readonly phone?: string
  readonly firstName?: string
  readonly lastName?: string
}

/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (
  identity: Identity,
  given: { readonly userId: unknown; readonly email: unknown; readonly phone: unknown },
  report: (problem: string) => void,
): Identity => {
  const normal: Record<string, string> = {}
  const take = (name: keyof typeof given, form: RegExp, clean: (text: string) => string) => {
    const value = given[name]
    if (value === undefined || value === null) return
    const text = clean(`${value}`.trim())
    if (form.test(text)) normal[name] = text
    else report(`${name} is malformed (${text}) and was left out`)
  }
  take('userId', /^.{1,255}$/, (text) => text)
  take('email', /^[^\s@]+@[^\s@]+\.[^\s@]+$/, (text) => text.toLowerCase())
  take('phone', /^\+[1-9]\d{6,14}$/, (text) => text.replace(/[\s().-]/g, ''))
  return { ...identity, ...normal }
}
