import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, ROOT } from '../sources.ts'

export interface CodeBlock {
  /** Of the page, below the project's folder. */
  readonly page: string
  readonly line: number
  readonly language: string
  /** What the page calls it: other blocks import it by this name. */
  readonly file: string | undefined
  readonly code: string
}

const pagesIn = (folder: string): string[] =>
  filesBelow(join(ROOT, folder)).flatMap((path) => (path.endsWith('.md') ? [`${folder}/${path}`] : []))

/** Everything that is written for readers of the project. */
export const PAGES: readonly string[] = [
  ...[
    'README.md',
    'ARCHITECTURE.md',
    'RELAY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'RELEASING.md',
  ],
  ...pagesIn('recipes'),
  ...pagesIn('docs'),
  ...pagesIn('src'),
]

/** In a list they are indented. */
const FENCE = /^ *```(\w*)(?: file=(\S+))?\n([\s\S]*?)^ *```$/gm

/** The fenced blocks of a page, in order. */
export const codeBlocks = (page: string): readonly CodeBlock[] => {
  const text = readFileSync(join(ROOT, page), 'utf8')
  return [...text.matchAll(FENCE)].map(({ 1: language = '', 2: file, 3: code = '', index }) => ({
    page,
    line: text.slice(0, index).split('\n').length + 1,
    language,
    file,
    code,
  }))
}

/** The blocks of a page that have a name, by that name. @throws {Error} when there is none. */
export const namedBlocks = (page: string): Readonly<Record<string, string>> => {
  const named = codeBlocks(page).flatMap(({ file, code }) => (file ? [[file, code] as const] : []))
  if (!named.length) throw new Error(`${page}: expected blocks with a name, found none`)
  return Object.fromEntries(named)
}
