import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { SCRIPT_FILES } from '../scripts/script-files.mjs'
import { filesBelow, ROOT, type Source, sources } from './sources.ts'

const MAX_LINES = 200
/** One of them is of a foreign interface (IAB TCF). This number may only fall. */
const MAX_BOOLEAN_PARAMETERS = 6
/** What is run by its name. */
const COMMAND = /(^|\/)sendoff(-relay)?\.ts$/
const MAX_FUNCTION_LINES = 100
const MAX_PARAMETERS = 4
const NO_CONCEPT = /^(utils?|helpers?|common|misc|shared)$/
/** `klaviyo.test.ts`, `vendors/klaviyo/script.ts`: words joined by hyphens, parts joined by dots. Or `README.md`. */
const KEBAB = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*|[A-Z]+\.md)$/

/** Playwright takes a reporter by its default export only. */
const DEFAULT_EXPORT = 'testing/browsers/results-reporter.ts'

const ours = ['src', 'test', 'testing', 'demo', 'e2e', 'bench', 'scripts'].flatMap((folder) =>
  filesBelow(join(ROOT, folder)).map((path) => `${folder}/${path}`),
)
const modules = ours.filter((path) => /\.m?[jt]s$/.test(path))
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')

test('finds the sources', () => {
  expect(sources.length).toBeGreaterThan(20)
})

describe('every file', () => {
  test('is named for its concept, in kebab case', () => {
    const steps = ours.flatMap((path) => path.split('/').map((step) => ({ path, step })))
    expect(steps.filter(({ step }) => !KEBAB.test(step)).map(({ path }) => path)).toEqual([])
    const named = ours.filter((path) =>
      path.split('/').some((step) => NO_CONCEPT.test(step.replace(/\..*$/, ''))),
    )
    expect(named).toEqual([])
  })

  test('exports by name', () => {
    const exporting = modules.filter((path) => /^export default\b/m.test(textOf(path)))
    expect(exporting.filter((path) => path !== DEFAULT_EXPORT)).toEqual([])
  })

  test('is checked by the compiler from top to bottom', () => {
    const self = 'test/house.test.ts'
    const escapes = /@ts-ignore|@ts-nocheck/
    expect(modules.filter((path) => path !== self && escapes.test(textOf(path)))).toEqual([])
  })
})

test(`no source has more than ${MAX_LINES} lines`, () => {
  const long = sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
  expect(long).toEqual([])
})

interface OurFunction {
  /** Its file, and what it is called there. */
  readonly name: string
  /** From the first parameter to the last brace. */
  readonly lines: number
  readonly parameters: number
}

/** Each function of a file, and each type of one. */
const functionsIn = ({ path, text }: Source): readonly OurFunction[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: OurFunction[] = []
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line
  const nameOf = (node: ts.Node): string =>
    (
      ts.getNameOfDeclaration(node as ts.Declaration) ??
      ts.getNameOfDeclaration(node.parent as ts.Declaration)
    )?.getText() ?? ''
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node))
      found.push({
        name: `${path} ${nameOf(node)}`.trim(),
        lines: lineAt(node.end) - lineAt(node.getStart()) + 1,
        parameters: node.parameters.length,
      })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const namesOf = (functions: readonly OurFunction[]) => [...new Set(functions.map(({ name }) => name))].sort()
const functions = sources.flatMap(functionsIn)

test(`no function has more than ${MAX_FUNCTION_LINES} lines`, () => {
  expect(namesOf(functions.filter(({ lines }) => lines > MAX_FUNCTION_LINES))).toEqual([])
  expect(functions.length).toBeGreaterThan(1_000)
})

test(`no function has more than ${MAX_PARAMETERS} parameters`, () => {
  expect(namesOf(functions.filter(({ parameters }) => parameters > MAX_PARAMETERS))).toEqual([])
})

test('importing a module does nothing, save in the entries of the script tag and the command', () => {
  // A call or an assignment at the beginning of a line, outside of any declaration.
  const effect = /^(?!export|import|const|declare|interface|type|function|\/|\s|\*|[})\]'`]|$)/m
  const scripts = Object.values(SCRIPT_FILES).map(({ entry }) => entry)
  const guilty = sources.filter(({ path, text }) => !scripts.includes(path) && effect.test(text))
  expect(guilty.map(({ path }) => path).filter((path) => !COMMAND.test(path))).toEqual([])
})

/** Nobody knows at the call what `true` means. */
const booleanParameters = ({ path, text }: Source): readonly string[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isBoolean =
      ts.isParameter(node) &&
      (node.type?.kind === ts.SyntaxKind.BooleanKeyword ||
        node.initializer?.kind === ts.SyntaxKind.TrueKeyword ||
        node.initializer?.kind === ts.SyntaxKind.FalseKeyword)
    if (isBoolean) found.push(`${path}: ${node.name.getText()}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

test('parameters are no booleans, and no more than once were', () => {
  const found = sources.flatMap(booleanParameters)
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(MAX_BOOLEAN_PARAMETERS)
})
