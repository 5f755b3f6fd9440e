import type { Identity, Properties } from './event.ts'

/** What `identify` may say about a person. Unknown names become properties of the vendor's profile. */
export interface Traits extends Properties {
  readonly email?: string
  /** E.164, for example +491701234567; spaces, dots, dashes and brackets are removed. */
  readonly phone?: string
  readonly firstName?: string
  readonly lastName?: string
}

const textOf = (given: unknown): string => `${given ?? ''}`.trim()

/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (
  identity: Identity,
  userId: unknown,
  { email, phone }: Traits,
  report: (problem: string) => void,
): Identity => {
  const next = { ...identity }
  const take = (name: 'userId' | 'email' | 'phone', text: string, form: RegExp) => {
    if (form.test(text)) {
      next[name] = text
      // Whoever reads an e-mail need not be the person that the site knows; that person holds.
      delete next._kx
    } else if (text) report(`${name} is malformed: ${text}`)
  }
  take('userId', textOf(userId), /^.{1,255}$/)
  take('email', textOf(email).toLowerCase(), /^[^\s@]+@[^\s@]+\.[^\s@]+$/)
  take('phone', textOf(phone).replace(/[\s().-]/g, ''), /^\+[1-9]\d{6,14}$/)
  return next
}
