import ts from 'typescript'

const isMember = (node) =>
  ts.isTypeElement(node) || ts.isClassElement(node) || ts.isObjectLiteralElementLike(node)
/** Tells whether a node declares a global, which is a property of `window`. */
const isVariable = (node) => ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)
const nameOf = ({ name }) => (name && 'text' in name ? name.text : undefined)

/** Calls `visit` with a node and all nodes in it. */
export const each = (node, visit) => {
  visit(node)
  ts.forEachChild(node, (child) => each(child, visit))
}

/** Returns the names of properties in a file. */
export const namesDeclaredIn = (file) => {
  const names = []
  each(file, (node) => {
    if (isMember(node) || isVariable(node)) names.push(nameOf(node))
  })
  return names
}

/** Returns the names in a text: `a b c` may be split at run time. */
export const wordsIn = (node) =>
  ts.isStringLiteralLike(node) && /^[\w$]+( [\w$]+)*$/.test(node.text) ? node.text.split(' ') : []

const LISTING = /^Object\.(keys|entries|getOwnPropertyNames)$/

/** Returns the object whose properties are read by names that only the running script knows. */
const searchedIn = (node, checker) => {
  if (ts.isForInStatement(node)) return node.expression
  if (ts.isCallExpression(node) && LISTING.test(node.expression.getText())) return node.arguments[0]
  const isIndexed =
    ts.isElementAccessExpression(node) &&
    !(checker.getTypeAtLocation(node.argumentExpression).flags & ts.TypeFlags.NumberLike)
  return isIndexed ? node.expression : undefined
}

/** Returns the names of the properties that may be read by a computed name. */
export const namesSearchedIn = (node, checker) => {
  const object = searchedIn(node, checker)
  return object
    ? checker
        .getTypeAtLocation(object)
        .getProperties()
        .map(({ name }) => name)
    : []
}

/**
 * Returns the type of an object that the sources have not made, where they say what it is: `window as …`, `value is …`,
 * `declare …`.
 */
export const claimedTypeIn = (node, checker) => {
  const isClaim =
    ts.isAsExpression(node) ||
    ts.isTypePredicateNode(node) ||
    (ts.isVariableDeclaration(node) && ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Ambient)
  return isClaim && node.type ? checker.getTypeFromTypeNode(node.type) : undefined
}

/**
 * Returns a property that is read from an object. It has no type where the object is a dictionary, which declares no
 * names.
 */
const askedOf = (owner, name, checker) => {
  const property = checker.getNonNullableType(owner).getProperty(name)
  return { name, type: property && checker.getTypeOfSymbol(property), owner }
}

/** Returns the member of a type for `{ name: … }`: a dictionary may be asked for any name. */
const memberAt = (node, checker) => {
  const literal = ts.isObjectLiteralExpression(node.parent) && node.parent
  const isInDictionary = literal && checker.getContextualType(literal)?.getStringIndexType()
  return { name: nameOf(node), type: isInDictionary ? undefined : checker.getTypeAtLocation(node) }
}

/**
 * Returns the property that a node declares, sets or reads: its name, its type if that is known, and the type of the
 * object.
 */
export const propertyAt = (node, checker) => {
  if (ts.isPropertyAccessExpression(node))
    return askedOf(checker.getTypeAtLocation(node.expression), node.name.text, checker)
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.dotDotDotToken)
    return askedOf(checker.getTypeAtLocation(node.parent), (node.propertyName ?? node.name).text, checker)
  if (ts.isShorthandPropertyAssignment(node)) {
    const value = checker.getShorthandAssignmentValueSymbol(node)
    return { name: node.name.text, type: value && checker.getTypeOfSymbol(value) }
  }
  return isMember(node) ? memberAt(node, checker) : undefined
}
