import ts from 'typescript'

const ownerOf = (node) => ts.isVariableDeclaration(node) || ts.isObjectLiteralElementLike(node)

const each = (node, visit) => {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** Returns the declarations of this name, and the places of their values: variables, and members of object literals. */
const declared = (file, name) => {
  const found = []
  each(file, (node) => {
    if (!ownerOf(node) || node.name?.getText(file) !== name) return
    const value = node.initializer
    found.push(value ? [value.getStart(file), value.end, ''] : [node.getStart(file), node.end, `${name}: `])
  })
  return found
}

/** Returns the outermost nodes that begin with these words. */
const beginning = (file, words) => {
  const found = []
  const visit = (node) => {
    const start = node.getStart(file)
    if (!ts.isSourceFile(node) && file.text.startsWith(words, start)) found.push([start, node.end, ''])
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/**
 * Returns where `what` stands in a source: a declaration by its name, or a statement (a property, an expression) by the
 * words that it begins with.
 * @returns {readonly (readonly [start: number, end: number, before: string])[]}
 */
export const placesOf = (path, text, what) => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return /^[\w$]+$/.test(what) ? declared(file, what) : beginning(file, what)
}

/**
 * Returns a source with other code in some places. A place inside another of these places is removed with it.
 * @param {string} path
 * @param {string} text
 * @param {Readonly<Record<string, string>>} cuts the code that is removed, and the code that replaces it.
 */
export const cutOut = (path, text, cuts) => {
  const places = Object.entries(cuts).map(([what, instead]) => {
    const [place, ...others] = placesOf(path, text, what)
    if (!place || others[0]) throw new Error(`${path} has this ${place ? 'more than once' : 'not'}: ${what}`)
    const [start, end, before] = place
    return { start, end, instead: before + instead }
  })
  const isWithin = (one, other) => other.start <= one.start && one.end <= other.end
  return places
    .filter((one, at) =>
      places.every((other, index) => !isWithin(one, other) || (isWithin(other, one) && at <= index)),
    )
    .sort((one, other) => other.start - one.start)
    .reduce((rest, { start, end, instead }) => {
      const after = rest.slice(end)
      // An item that is removed from a list is removed with its comma.
      return rest.slice(0, start) + instead + (instead ? after : after.replace(/^\s*,/, ''))
    }, text)
}
