/** RFC 5321, section 4.5.3.1.3, without the brackets: an address that is longer reaches nobody. */
const MAX_CHARS = 254

/**
 * An address that vendors take: in plain letters before the `@` (Klaviyo refuses others), no dot or hyphen at the wrong
 * place. Linear: no part of it can be read in two ways.
 */
const EMAIL =
  /^(?=.{1,64}@)(?!\.)(?:\.?[\w!#$%&'*+/=?^`{|}~-])+@(?:(?!-)(?:-*[\p{L}\p{M}\p{N}])+\.)+(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/u

/**
 * E.164, without what cannot be: in North America numbers have ten digits, neither area nor exchange begins with 0 or
 * 1, and 555 and those ending in 11 are no areas.
 */
const PHONE = /^\+(?:1(?!555|.11)[2-9]\d\d[2-9]\d{6}|[2-9]\d{6,14})$/

const textOf = (given: unknown): string => {
  const text = typeof given === 'string' ? given.trim() : ''
  return text.length > MAX_CHARS ? '' : text
}

/** An e-mail address in lower case; '' where it is certainly none. */
export const emailOf = (given: unknown): string => {
  const text = textOf(given).toLowerCase()
  return EMAIL.test(text) ? text : ''
}

/** A phone number in E.164; '' where it is certainly none. A zero in brackets, `+49 (0) 170 …`, is not dialled. */
export const phoneOf = (given: unknown): string => {
  const text = textOf(given).replace(/\(0\)|[\s()./-]/g, '')
  return PHONE.test(text) ? text : ''
}
