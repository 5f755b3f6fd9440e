import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import {
  claimedTypeIn,
  each,
  namesDeclaredIn,
  namesSearchedIn,
  propertyAt,
  wordsIn,
} from './property-names.mjs'

const LIBS = dirname(fileURLToPath(import.meta.resolve('typescript')))

/** A script makes its destinations itself: no page gets one, though the package exports their type. */
const INSIDE = 'Destination'

/**
 * The types of the whole platform, whatever the sources are compiled against: also those of workers, and the newest
 * ones.
 */
const platform = () =>
  readdirSync(LIBS)
    .filter((name) => /^lib\..+\.d\.ts$/.test(name))
    .map((name) => {
      const text = readFileSync(join(LIBS, name), 'utf8')
      return ts.createSourceFile(name, text, { jsDocParsingMode: ts.JSDocParsingMode.ParseNone })
    })

/** Tells whether a type, or one of its alternatives, is a function. */
const isFunction = (type, checker) => {
  const some = checker.getNonNullableType(type)
  return (some.isUnion() ? some.types : [some]).every((one) => one.getCallSignatures()[0])
}

/** Gathers the names in types, and in all types that those lead to. */
const createReach = (checker, isOurs) => {
  const names = new Set()
  const seen = new Set()
  const visitSignature = (signature) => {
    for (const parameter of signature.getParameters()) visit(checker.getTypeOfSymbol(parameter))
    for (const parameter of signature.getTypeParameters() ?? []) visit(parameter.getConstraint())
    visit(signature.getReturnType())
  }
  const visit = (type) => {
    if (!type || seen.has(type) || type.symbol?.name === INSIDE) return
    seen.add(type)
    if (type.isUnionOrIntersection()) type.types.forEach(visit)
    type.aliasTypeArguments?.forEach(visit)
    if (type.objectFlags & ts.ObjectFlags.Reference) checker.getTypeArguments(type).forEach(visit)
    type.getCallSignatures().forEach(visitSignature)
    visit(type.getStringIndexType())
    for (const property of type.getProperties().filter(isOurs)) {
      names.add(property.name)
      visit(checker.getTypeOfSymbol(property))
    }
  }
  return { names, visit }
}

/** Returns the types of a module's exports, and the types that it exports. */
const exportedTypes = (source, checker) =>
  checker.getExportsOfModule(checker.getSymbolAtLocation(source)).flatMap((symbol) => {
    const its = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return [
      ...(its.flags & ts.SymbolFlags.Value ? [checker.getTypeOfSymbol(its)] : []),
      ...(its.flags & ts.SymbolFlags.Type ? [checker.getDeclaredTypeOfSymbol(its)] : []),
    ]
  })

/**
 * Returns the names of functions that only our own code calls, which a script may shorten. A function can neither be
 * stored nor sent, so no record, no message and no request has such a name.
 *
 * A name is left out if it
 * - stands in a type that the package exports, or that such a type leads to;
 * - is declared by the platform or a package, or belongs to an object that is partly theirs;
 * - is read from an object that the sources have not made: `(window as { __tcfapi?: … })`;
 * - stands in a text, or belongs to an object that is searched, so that it may be read by a computed name;
 * - means anything but a function, anywhere.
 *
 * @param {readonly string[]} entries the files that are bundled, with all that they import.
 * @param {readonly string[]} exported the package's modules.
 * @param {import('typescript').CompilerOptions} options
 * @returns {string[]}
 */
export const internalFunctions = (entries, exported, options) => {
  // The types of Node are left out, because no page has them.
  const program = ts.createProgram([...entries, ...exported], { ...options, types: [] })
  const checker = program.getTypeChecker()
  const sources = program.getSourceFiles().filter(({ isDeclarationFile }) => !isDeclarationFile)
  const foreign = [...platform(), ...program.getSourceFiles().filter((file) => !sources.includes(file))]
  const isOurs = ({ declarations }) => declarations?.some((node) => sources.includes(node.getSourceFile()))

  const functions = new Set()
  const others = new Set(foreign.flatMap(namesDeclaredIn))
  const { names: known, visit: reach } = createReach(checker, isOurs)

  const look = (node) => {
    for (const name of [...wordsIn(node), ...namesSearchedIn(node, checker)]) others.add(name)
    reach(claimedTypeIn(node, checker))
    const { name, type, owner } = propertyAt(node, checker) ?? {}
    const isInternal = type && isFunction(type, checker) && (owner?.getProperties().every(isOurs) ?? true)
    ;(isInternal ? functions : others).add(name)
  }
  for (const source of sources) each(source, look)
  for (const path of exported)
    for (const type of exportedTypes(program.getSourceFile(path), checker)) reach(type)

  return [...functions].filter((name) => name && !others.has(name) && !known.has(name)).sort()
}
