/** The longest name; no vendor takes a longer one. */
const MAX_NAME = 255
/** The greatest depth: it is more than any page needs, and `JSON.stringify` of much more would overflow the stack. */
const MAX_DEPTH = 32

/**
 * Returns what is wrong with the names and the depth of properties. It runs without recursion and before anything else
 * is done with them, so that a malicious sender cannot raise their cost.
 */
export const propertiesProblem = (properties: object): string | undefined => {
  let level: object[] = [properties]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `expected at most ${MAX_DEPTH} levels`
    const next: object[] = []
    for (const holder of level) {
      const isList = Array.isArray(holder)
      for (const [name, value] of Object.entries(holder)) {
        if (!isList && name.length > MAX_NAME) return `expected names of at most ${MAX_NAME} characters`
        if (typeof value === 'object' && value !== null) next.push(value)
      }
    }
    level = next
  }
  return undefined
}
