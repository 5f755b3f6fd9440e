/** Longer than any vendor takes. */
const MAX_NAME = 255
/** Deeper than anything that a page means; `JSON.stringify` would end in a stack that is too small. */
const MAX_DEPTH = 32

/**
 * What is wrong with the names and the depth of properties, without recursion and before anything is done with them: their
 * cost must not depend on how they were thought out.
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
