/**
 * The `data-` attributes of all scripts, as `dataset` names them. They include attributes that a script does not
 * support: a page that asks for consent must not be tracked by a script without consent.
 */
const COMMON =
  'key endpoint destination global namespace maxAgeDays maxEvents worker consent gpc cookieDomain context clickIds pageviews declarative outbound bots debug'

/**
 * Returns the names that are ours on a script's tag; never an empty one, which WebKitGTK finds in every `dataset`.
 * @param vendors are the names that the script's vendors add, separated by blanks.
 */
export const attributeNames = (vendors: string): readonly string[] => `${COMMON} ${vendors}`.trim().split(' ')

/**
 * Tells whether one letter is wrong, missing or too many, or letters have changed places. The first letter must match,
 * because people rarely get it wrong: so the attributes of other tools on a script tag are not reported.
 */
const isNearly = (given: string, ours: string): boolean => {
  let missing = ours
  for (const letter of given) missing = missing.replace(letter, '')
  return given[0] === ours[0] && !missing[1] && Math.abs(given.length - ours.length) < 2
}

/** Returns the name of ours that was probably meant. */
export const meantBy = (given: string, names: readonly string[]): string | undefined =>
  names.find((ours) => isNearly(given, ours))

/** Returns the attribute of a name as a page writes it: `data-max-events` for `maxEvents`. */
export const attributeOf = (name: string): string => `data-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`
