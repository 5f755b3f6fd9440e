import { Engine } from 'php-parser'

/** The part of a node of the syntax tree that is read here. */
interface Node {
  readonly kind: string
  readonly [field: string]: unknown
}

export type Functions = Readonly<Record<string, (...args: never[]) => unknown>>

interface Scope {
  readonly variables: Map<string, unknown>
}

const CASTS: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: String,
  float: Number,
  int: Number,
}

const one = (value: unknown): Node => value as Node
const many = (value: unknown): readonly Node[] => (value ?? []) as readonly Node[]
const nameOf = (value: unknown): string => (typeof value === 'string' ? value : `${one(value).name}`)

/**
 * Executes a file of PHP, with the constructs that a small plugin uses; any other construct is an error. `functions`
 * are the platform's, `constants` its constants. Returns the functions that the file declares.
 */
export const runPhp = (
  source: string,
  { functions, constants }: { functions: Functions; constants: Readonly<Record<string, unknown>> },
): Functions => {
  const declared: Record<string, (...args: unknown[]) => unknown> = {}
  const known = new Map(Object.entries(constants))

  const call = (name: string, args: readonly unknown[]): unknown => {
    const callee = declared[name] ?? (functions[name] as ((...args: unknown[]) => unknown) | undefined)
    if (!callee) throw new Error(`php: no function ${name}`)
    return callee(...args)
  }

  const arrayOf = (items: readonly Node[], scope: Scope): unknown => {
    const entries = items.map((item) => [
      item.key ? evaluated(one(item.key), scope) : undefined,
      evaluated(one(item.value), scope),
    ])
    return entries.some(([key]) => key !== undefined)
      ? Object.fromEntries(entries)
      : entries.map(([, value]) => value)
  }

  const callOf = (node: Node, scope: Scope): unknown => {
    const args = many(node.arguments).map((argument) => evaluated(argument, scope))
    const what = one(node.what)
    if (what.kind !== 'propertylookup') return call(nameOf(what), args)
    const method = Reflect.get(evaluated(one(what.what), scope) as object, nameOf(what.offset))
    return (method as (...args: unknown[]) => unknown)(...args)
  }

  const binaryOf = ({ type, left, right }: Node, scope: Scope): unknown => {
    const first = evaluated(one(left), scope)
    if (type === '||') return first || evaluated(one(right), scope)
    if (type === '&&') return first && evaluated(one(right), scope)
    const second = evaluated(one(right), scope)
    if (type === '!==') return first !== second
    if (type === '.') return `${first}${second}`
    if (type === '|') return Number(first) | Number(second)
    throw new Error(`php: no operator ${type}`)
  }

  const assign = (left: Node, value: unknown, scope: Scope): void => {
    if (left.kind === 'offsetlookup') {
      const array = evaluated(one(left.what), scope) as object
      Reflect.set(array, evaluated(one(left.offset), scope) as string, value)
    } else scope.variables.set(nameOf(left), value)
  }

  const evaluated = (node: Node, scope: Scope): unknown => {
    switch (node.kind) {
      case 'string':
      case 'boolean':
      case 'number':
        return node.value
      case 'nullkeyword':
        return null
      case 'magic':
        return known.get(`${node.value}`)
      case 'name':
        return known.get(nameOf(node))
      case 'variable':
        return scope.variables.get(nameOf(node))
      case 'array':
        return arrayOf(many(node.items), scope)
      case 'bin':
        return binaryOf(node, scope)
      case 'cast':
        return CASTS[`${node.type}`]?.(evaluated(one(node.expr), scope))
      case 'unary':
        if (node.type !== '!') throw new Error(`php: no operator ${node.type}`)
        return !evaluated(one(node.what), scope)
      case 'call':
        return callOf(node, scope)
      case 'propertylookup':
        return Reflect.get(evaluated(one(node.what), scope) as object, nameOf(node.offset))
      case 'offsetlookup':
        return Reflect.get(
          evaluated(one(node.what), scope) as object,
          evaluated(one(node.offset), scope) as string,
        )
      case 'assign':
        assign(one(node.left), evaluated(one(node.right), scope), scope)
        return undefined
      case 'exit':
        throw new Error('php: exit')
      default:
        throw new Error(`php: no ${node.kind}`)
    }
  }

  /** Runs a node; the result holds the value of a `return`, if one was met. */
  const run = (node: Node, scope: Scope): { readonly value: unknown } | undefined => {
    switch (node.kind) {
      case 'expressionstatement':
        evaluated(one(node.expression), scope)
        return undefined
      case 'if':
        return evaluated(one(node.test), scope) ? run(one(node.body), scope) : undefined
      case 'block':
        for (const child of many(node.children)) {
          const returned = run(child, scope)
          if (returned) return returned
        }
        return undefined
      case 'constantstatement':
        for (const constant of many(node.constants))
          known.set(nameOf(constant.name), evaluated(one(constant.value), scope))
        return undefined
      case 'function':
        return undefined
      case 'return':
        return { value: node.expr ? evaluated(one(node.expr), scope) : null }
      default:
        throw new Error(`php: no ${node.kind}`)
    }
  }

  const declare = (node: Node): void => {
    const parameters = many(node.arguments).map(({ name }) => nameOf(name))
    declared[nameOf(node.name)] = (...args) =>
      run(one(node.body), { variables: new Map(parameters.map((name, index) => [name, args[index]])) })?.value
  }

  const program = new Engine({ parser: { suppressErrors: false } }).parseCode(source, 'plugin.php')
  const statements = many(program.children)
  // A function may be named before the line that declares it.
  for (const statement of statements) if (statement.kind === 'function') declare(statement)
  const scope: Scope = { variables: new Map() }
  for (const statement of statements) run(statement, scope)
  return declared
}
