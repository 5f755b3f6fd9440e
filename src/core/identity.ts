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
 * The identity after `identify(userId, traits)`, with `userId`, e-mail and phone in normal form. What is
 * malformed is reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (
  identity: Identity,
  userId: unknown,
  { email, phone }: Properties,
  report: (problem: string) => void,
): Identity => {
  const normal = (name: string, value: unknown, clean: (text: string) => string, form: RegExp, expected: string) => {
    if (value === undefined || value === null) return
    const text = typeof value === 'string' || typeof value === 'number' ? clean(`${value}`.trim()) : ''
    if (form.test(text)) return { [name]: text }
    report(`${name} must be ${expected}; it was left out`)
    return
  }
  return {
    ...identity,
    ...normal('userId', userId, (text) => text, /^.{1,255}$/, 'a string of at most 255 characters'),
    ...normal('email', email, (text) => text.toLowerCase(), /^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an e-mail address'),
    ...normal('phone', phone, (text) => text.replace(/[\s().-]/g, ''), /^\+[1-9]\d{6,14}$/, 'in E.164 form'),
  }
}
