/**
 * The `data-` attributes of all scripts, as `dataset` names them. Those that a script does not have are here as well: a
 * page that asks for consent, of a script that knows none, must not be tracked.
 */
const COMMON =
  'key endpoint destination global namespace maxAgeDays maxEvents worker consent gpc cookieDomain context clickIds pageviews declarative outbound bots debug'

/**
 * The names that are ours on a script's tag; never an empty one, which WebKitGTK finds in every `dataset`.
 * @param vendors those that its vendors have besides, with blanks between.
 */
export const attributeNames = (vendors: string): readonly string[] => `${COMMON} ${vendors}`.trim().split(' ')

/**
 * Whether one letter is wrong, missing or too many, or any have changed places. The first is rarely wrong: so what other
 * tools put on a script tag stays out.
 */
const isNearly = (given: string, ours: string): boolean => {
  let missing = ours
  for (const letter of given) missing = missing.replace(letter, '')
  return given[0] === ours[0] && !missing[1] && Math.abs(given.length - ours.length) < 2
}

/** The name of ours that somebody who wrote this one probably meant. */
export const meantBy = (given: string, names: readonly string[]): string | undefined =>
  names.find((ours) => isNearly(given, ours))

/** As it is written in a page: `data-max-events` for `maxEvents`. */
export const attributeOf = (name: string): string => `data-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`
