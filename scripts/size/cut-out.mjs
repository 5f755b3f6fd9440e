import ts from 'typescript'

const ownerOf = (node) => ts.isVariableDeclaration(node) || ts.isObjectLiteralElementLike(node)

const each = (node, visit) => {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** The declarations of this name, and where their values stand: variables, and what object literals have. */
const declared = (file, name) => {
  const found = []
  each(file, (node) => {
    if (!ownerOf(node) || node.name?.getText(file) !== name) return
    const value = node.initializer
    found.push(value ? [value.getStart(file), value.end, ''] : [node.getStart(file), node.end, `${name}: `])
  })
  return found
}

/** The outermost nodes that begin with these words. */
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
 * Where `what` stands in a source: a declaration by its name, or else a statement (a property, an expression) by the words
 * that it begins with.
 * @returns {readonly (readonly [start: number, end: number, before: string])[]}
 */
export const placesOf = (path, text, what) => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return /^[\w$]+$/.test(what) ? declared(file, what) : beginning(file, what)
}

/**
 * A source with other code in some places. What lies in another of these places goes with it.
 * @param {string} path
 * @param {string} text
 * @param {Readonly<Record<string, string>>} cuts what is taken out, and what stands there instead.
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
      // What is taken out of a list goes with its comma.
      return rest.slice(0, start) + instead + (instead ? after : after.replace(/^\s*,/, ''))
    }, text)
}
