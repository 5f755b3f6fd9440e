import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../sources.ts'

/** A custom template of Google Tag Manager, by its sections. */
export interface TagTemplate {
  readonly info: { readonly type: string; readonly containerContexts: readonly string[] }
  readonly parameters: readonly { readonly name: string }[]
  readonly code: string
  readonly permissions: Permissions
  /** YAML: `setup`, and `scenarios` with a name and code each. */
  readonly tests: string
}

export interface Permissions {
  /** What of `window` the template may do, by the key. */
  readonly globals: Readonly<
    Record<string, { readonly read: boolean; readonly write: boolean; readonly execute: boolean }>
  >
  /** Addresses, with `*` at the end. */
  readonly scripts: readonly string[]
}

/** A value as the file writes it: with a type, and recursively. */
interface Typed {
  readonly string?: string
  readonly boolean?: boolean
  readonly listItem?: readonly Typed[]
  readonly mapKey?: readonly Typed[]
  readonly mapValue?: readonly Typed[]
}

interface Permission {
  readonly instance: {
    readonly key: { readonly publicId: string }
    readonly param: readonly { readonly value: Typed }[]
  }
}

const permissionsOf = (list: readonly Permission[]): Permissions => {
  const itemsOf = (id: string) =>
    list
      .filter(({ instance }) => instance.key.publicId === id)
      .flatMap(({ instance }) => instance.param[0]?.value.listItem ?? [])
  const globals = itemsOf('access_globals').map(({ mapKey = [], mapValue = [] }) => {
    const entries = mapKey.map(({ string = '' }, index) => [
      string,
      mapValue[index]?.string ?? mapValue[index]?.boolean,
    ])
    const { key, ...allowed } = Object.fromEntries(entries)
    return [key, allowed]
  })
  return {
    globals: Object.fromEntries(globals),
    scripts: itemsOf('inject_script').map(({ string = '' }) => string),
  }
}

/** Reads `recipes/google-tag-manager/sendoff.tpl`. */
export const readTagTemplate = (): TagTemplate => {
  const text = readFileSync(join(ROOT, 'recipes/google-tag-manager/sendoff.tpl'), 'utf8')
  const [, ...parts] = text.split(/^___(\w+)___$/m)
  const section = (name: string): string => {
    const content = parts[parts.indexOf(name) + 1]
    if (content === undefined) throw new Error(`sendoff.tpl: expected a section ${name}`)
    return content
  }
  return {
    info: JSON.parse(section('INFO')),
    parameters: JSON.parse(section('TEMPLATE_PARAMETERS')),
    code: section('SANDBOXED_JS_FOR_WEB_TEMPLATE'),
    permissions: permissionsOf(JSON.parse(section('WEB_PERMISSIONS'))),
    tests: section('TESTS'),
  }
}

/** The names that code uses and does not declare. */
export const freeNames = (code: string): readonly string[] => {
  const file = ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const declared = new Set<string>()
  const used = new Set<string>()
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name))
      declared.add(node.name.text)
    else if (ts.isIdentifier(node)) {
      const { parent } = node
      const isName =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node)
      if (!isName) used.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return [...used].filter((name) => !declared.has(name)).sort()
}
