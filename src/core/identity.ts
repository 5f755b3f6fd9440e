import type { Identity, Properties } from './event.ts'

/** What `identify` may say about a person. Unknown names become properties of the vendor's profile. */
export interface Traits extends Properties {
  readonly email?: string
  /** E.164, for example +491701234567; spaces, dots, dashes and brackets are removed. */
  readonly phone?: string
  readonly firstName?: string
  readonly lastName?: string
}

/** How an identifier must look. */
const FORMS = { userId: /^.{1,255}$/, email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, phone: /^\+[1-9]\d{6,14}$/ }

/**
 * The identity after `identify(userId, { email, phone })`, each in its normal form. What is malformed is
 * reported and left out: a vendor would refuse the whole batch for it.
 */
export const identified = (
  identity: Identity,
  given: Readonly<Record<keyof typeof FORMS, unknown>>,
  report: (problem: string) => void,
): Identity => {
  const next: Record<string, string> = { ...identity }
  for (const [name, form] of Object.entries(FORMS)) {
    let text = `${given[name as 'email'] ?? ''}`.trim()
    if (name === 'email') text = text.toLowerCase()
    if (name === 'phone') text = text.replace(/[\s().-]/g, '')
    if (form.test(text)) next[name] = text
    else if (text) report(`${name} is malformed: ${text}`)
  }
  return next as unknown as Identity
}
