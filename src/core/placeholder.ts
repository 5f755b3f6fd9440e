/** No vendor takes a longer id. */
const MAX_CHARS = 255

/**
 * What templates and loose code print where there is nobody: words for it, what has nothing but signs and zeros (`0`,
 * `(-)`, the empty UUID), an object as text, and a template that was never filled in (`{{ customer.id }}`).
 */
const NOBODY =
  /^(undefined|null|nil|none|nan|-?infinity|true|false|n\/?a|guest|anonymous|anon|nobody|visitor|unknown|\(?not[ _-]?set\)?|[\p{P}\p{S}\s0]*|(\[object|\{[{%]|\$\{|<[%?]).*)$/isu

/** A text or a number as the id that it is, without white space around it; '' where it is none, nor is anything else. */
export const idOf = (given: unknown): string => {
  const text = Object(given) === given ? '' : `${given ?? ''}`.trim()
  return text.length > MAX_CHARS || NOBODY.test(text) ? '' : text
}
