import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STACKS } from './stacks.ts'

/** The measurements of one stack in a run. */
export interface Measured {
  readonly versions: string
  readonly seconds: { readonly install: number; readonly build: number | undefined; readonly visit: number }
  /** Bytes of compressed scripts that the package adds; undefined where nothing is built for a page. */
  readonly addedBytes: number | undefined
  readonly firstEventMs: number | undefined
}

const PAGE = 'docs/guide/stacks.md'
const HEAD = `| stack | versions | installed | built | visited | added, brotli | first event after | run |
| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |`

const number = (value: number | undefined, unit: string): string =>
  value === undefined ? '' : `${Math.round(value).toLocaleString('en')} ${unit}`

const startOf = (name: string): string => {
  const { title, folder = name } = STACKS.find((stack) => stack.name === name) ?? {}
  return `| [${title}](../../examples/${folder}) |`
}

export const rowOf = (
  name: string,
  { versions, seconds, addedBytes, firstEventMs }: Measured,
  run: string,
): string => {
  const cells = [
    versions,
    number(seconds.install, 's'),
    number(seconds.build, 's'),
    number(seconds.visit, 's'),
    number(addedBytes, 'bytes'),
    number(firstEventMs, 'ms'),
    run,
  ]
  return `${startOf(name)} ${cells.join(' | ')} |`
}

/** Puts the row of a run into the table that ends the page; the rows of other runs stay. */
export const writeRow = (root: string, name: string, row: string): void => {
  const place = join(root, PAGE)
  const before = readFileSync(place, 'utf8')
  const [introduction = ''] = before.split(HEAD)
  const rows = STACKS.flatMap((stack) => {
    const kept = before.split('\n').find((line) => line.startsWith(startOf(stack.name)))
    return stack.name === name ? [row] : kept ? [kept] : []
  })
  writeFileSync(place, `${introduction}${HEAD}\n${rows.join('\n')}\n`)
}
