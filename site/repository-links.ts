import { posix } from 'node:path'
import { FILES, shownAs } from './pages.ts'

/** As much of markdown-it as is needed. */
interface Token {
  type: string
  tag: string
  nesting: number
  content: string
  readonly children: Token[] | null
  attrGet(name: string): string | null
  attrSet(name: string, value: string): void
}

interface Environment {
  /** Of the page, as it is shown. */
  readonly relativePath: string
}

interface MarkdownIt {
  readonly core: {
    readonly ruler: { push(name: string, rule: (state: { tokens: Token[]; env: Environment }) => void): void }
  }
}

const FILE_OF = new Map(FILES.map((file) => [shownAs(file), file]))

/** Where a link of a page leads on the site; undefined where that is no page: a source, a folder, a licence. */
export const linkOnSite = (href: string, shown: string): string | undefined => {
  if (/^(\w+:|\/|#)/.test(href)) return href
  const [path = '', anchor] = href.split('#')
  const file = posix.join(posix.dirname(FILE_OF.get(shown) ?? shown), path)
  const target = FILES.find((known) => known === file || known === `${file.replace(/\/$/, '')}/README.md`)
  return target && `/${shownAs(target)}${anchor === undefined ? '' : `#${anchor}`}`
}

/** Pictures that stand in a page as HTML: the site's bundler takes for a file only what begins with a dot. */
const withDots = (html: string): string => html.replace(/(?<![\w:-])(src|srcset)="(?![./]|\w+:)/g, '$1="./')

const relinked = (tokens: readonly Token[], shown: string): void => {
  const dropped: boolean[] = []
  for (const token of tokens) {
    if (token.type === 'html_block' || token.type === 'html_inline') token.content = withDots(token.content)
    // What looks like a template of the site's own is what the page says.
    if (token.type === 'code_inline') token.attrSet('v-pre', '')
    if (token.children) relinked(token.children, shown)
    if (token.type === 'link_open') {
      const link = linkOnSite(token.attrGet('href') ?? '', shown)
      dropped.push(link === undefined)
      if (link !== undefined) token.attrSet('href', link)
      // It leads into the repository, which the site does not have: the words stay.
      else Object.assign(token, { type: 'html_inline', tag: '', content: '' })
    } else if (token.type === 'link_close' && dropped.pop())
      Object.assign(token, { type: 'html_inline', tag: '', content: '' })
  }
}

/** Makes the links of the repository's pages those of the site. */
export const repositoryLinks = (md: MarkdownIt): void =>
  md.core.ruler.push('repository-links', ({ tokens, env }) => relinked(tokens, env.relativePath))
