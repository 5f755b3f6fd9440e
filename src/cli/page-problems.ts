import { attributeNames, attributeOf, meantBy } from '../entries/attribute-names.ts'
import type { Data } from '../vendors/attributes.ts'
import { SHARED_ATTRIBUTES } from '../vendors/listed/shared-vendors.ts'
import type { ScriptTag, VisitedPage } from './page-facts.ts'
import { vendorAddress } from './vendor-request.ts'

const NAMES = attributeNames(SHARED_ATTRIBUTES)
/** The types of a script that a browser runs. */
const RUNS = /^($|module$|(text|application)\/(java|ecma)script$)/i

/** Returns the vendor of a tag: from its attribute, or from the name of its file. */
export const vendorOf = ({ src, data }: ScriptTag): string | undefined =>
  data.destination ?? /sendoff\.(?!full\b|js\b|\d)([a-z]+)\b/.exec(src)?.[1]

/** Returns what the site has configured: the attributes of the first tag that has any of ours, otherwise the global. */
export const configuredIn = ({
  tags,
  options,
}: Pick<VisitedPage, 'tags' | 'options'>): ScriptTag | undefined => {
  const tag = tags.find(({ data }) => NAMES.some((name) => data[name] !== undefined))
  if (tag) return tag
  return options && { src: tags[0]?.src ?? '', type: '', data: options }
}

const misspelt = (data: Data): readonly string[] =>
  Object.keys(data).flatMap((name) => {
    const meant = NAMES.includes(name) ? undefined : meantBy(name, NAMES)
    return meant ? [`${attributeOf(name)} is ignored: did you mean ${attributeOf(meant)}?`] : []
  })

const wrongOption = (configured: ScriptTag): readonly string[] => {
  try {
    vendorAddress(configured.data, vendorOf(configured))
    return []
  } catch (error) {
    return [error instanceof Error ? error.message.replace(/^sendoff: /, '') : `${error}`]
  }
}

const scriptProblems = ({ tags, state, violations, failures }: VisitedPage): readonly string[] => {
  if (state === 'tracker') return []
  const [tag] = tags
  if (!tag)
    return [
      "there is no script tag of sendoff's; a site that bundles the package cannot be checked from outside",
    ]
  if (!RUNS.test(tag.type))
    return [
      `the script does not run: its type is ${tag.type}. A consent tool changes that once the visitor agrees`,
    ]
  if (violations.some(({ blocked }) => blocked === tag.src))
    return [
      `the content policy blocks ${tag.src}: script-src must allow it, by its origin, a nonce or a hash`,
    ]
  const failure = failures[tag.src]
  return failure ? [`${tag.src} did not come: ${failure}`] : []
}

const stubProblems = ({ tags, stub, violations }: VisitedPage): readonly string[] => {
  if (!tags[0]) return []
  if (violations.some(({ blocked }) => blocked === 'stub'))
    return [
      "the content policy blocks the stub: script-src must allow it by a nonce or its hash, which 'sendoff snippet' prints",
    ]
  if (stub === 'missing')
    return [
      'the stub is missing: until the script is there, a call of track() is an error. Put dist/stub.js before it',
    ]
  return stub === 'after' ? ['the stub stands behind the script: calls between the two are errors'] : []
}

const sendingProblems = (page: VisitedPage, address: string): readonly string[] => {
  if (page.unreachable === undefined) return []
  const { origin } = new URL(address, page.tags[0]?.src || 'http://localhost')
  const isOfPolicy = page.violations.some(
    ({ directive, blocked }) => directive.startsWith('connect-src') && blocked.startsWith(origin),
  )
  if (isOfPolicy) return [`the content policy blocks what is sent: connect-src must allow ${origin}`]
  return page.unreachable ? [`${origin} cannot be reached from the page: ${page.unreachable}`] : []
}

/** Returns what is wrong with the snippet on a page, a sentence each, in the order in which one would repair it. */
export const problemsOf = (page: VisitedPage): readonly string[] => {
  const configured = configuredIn(page)
  const known = [
    ...scriptProblems(page),
    ...stubProblems(page),
    ...(configured ? [...misspelt(configured.data), ...wrongOption(configured)] : []),
  ]
  if (page.tags[0] && !configured) known.push('nothing is configured: the script tag has no data-key')
  if (configured && !wrongOption(configured)[0])
    known.push(...sendingProblems(page, vendorAddress(configured.data, vendorOf(configured))))
  if (page.state === 'other')
    known.push("the tracker's name is the page's own already: data-global gives it another")
  const told = page.told.map((words) => words.replace(/^.*?sendoff: /, ''))
  // The page's own message may be among these in other words; only different ones are added.
  const news = told.filter(
    (words) => !/ is ignored|is the page's own|no data-key/.test(words) && !known.includes(words),
  )
  if (page.tags[0] && page.state !== 'tracker' && !known[0] && !news[0])
    known.push(
      'the script has come and has not started, and nothing says why: is it the file that was built?',
    )
  return [...known, ...new Set(news)]
}
