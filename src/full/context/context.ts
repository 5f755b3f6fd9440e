import type { Properties } from '../../core/event.ts'
import { clipped } from './clipped.ts'
import type { PageFacts } from './page-facts.ts'
import { redactText } from './redact-url.ts'
import type { Redact } from './redaction.ts'
import type { Session } from './session.ts'

/** Of what an address, a title or a language tag says, in characters; what is longer is cut. */
export const CONTEXT_CHARS = { url: 2_048, path: 1_024, title: 512, referrer: 2_048, locale: 35 } as const

/** An event as the page has tracked it, on its way to the queue. */
export interface ContextEvent {
  readonly type: string
  readonly properties?: unknown
}

interface Dependencies {
  readonly facts: () => PageFacts
  /** Says what may be told of an address. */
  readonly redact: Redact
  /** The session of an event at this address. */
  readonly session: (url: string) => Session
}

/** Of an address that a site's own redaction may have made anything of. */
const pathOf = (url: string): string => /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?(\/[^?#]*)/i.exec(url)?.[1] ?? ''

/** Where it happened: flat, in snake case, and without what is not known. */
const contextOf = (
  { facts, redact, session }: Dependencies,
  toldOf: (title: string) => string,
): Properties => {
  const { url, title, referrer, locale, viewportWidth, viewportHeight } = facts()
  const told = redact(url) ?? ''
  const texts = {
    url: told,
    path: pathOf(told),
    title: toldOf(title),
    referrer: redact(referrer) ?? '',
    locale,
  }
  const { id, campaign } = session(url)
  const context: Record<string, unknown> = {}
  for (const [name, chars] of Object.entries(CONTEXT_CHARS)) {
    const text = texts[name as keyof typeof texts]
    if (text) context[name] = clipped(text, chars)
  }
  return {
    ...context,
    viewport_width: viewportWidth,
    viewport_height: viewportHeight,
    session_id: id,
    ...campaign,
  }
}

/** What JSON would make of them, as far as names are concerned; undefined where it would not be an object. */
const ownProperties = (given: unknown): object | undefined => {
  const { toJSON } = Object(given ?? {})
  const own = typeof toJSON === 'function' ? toJSON.call(given, 'properties') : (given ?? {})
  return own && typeof own === 'object' && !Array.isArray(own) ? own : undefined
}

/** A page has the same title for many events. */
const createTitles = () => {
  let known = { title: '', told: '' }
  return (title: string): string => {
    if (title !== known.title) known = { title, told: redactText(title) }
    return known.told
  }
}

/**
 * Puts the context beneath the properties of an event: where the page has said the same itself, the page is right.
 * `identify` stays as it is, for its properties are traits of a person; so does an event whose properties are no
 * object, as it will be refused. Throws what the page's own properties throw when they are read.
 */
export const createContext = (dependencies: Dependencies) => {
  const toldOf = createTitles()
  return <Event extends ContextEvent>(event: Event): Event => {
    const own = event.type === 'track' ? ownProperties(event.properties) : undefined
    return own ? { ...event, properties: { ...contextOf(dependencies, toldOf), ...own } } : event
  }
}
