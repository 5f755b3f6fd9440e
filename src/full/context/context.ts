import type { Properties } from '../../core/event.ts'
import { clipped } from './clipped.ts'
import type { PageFacts } from './page-facts.ts'
import { redactText } from './redact-url.ts'
import type { Redact } from './redaction.ts'
import type { Session } from './session.ts'

/** The longest address, path, title and language tag, in characters; longer ones are cut. */
export const CONTEXT_CHARS = { url: 2_048, path: 1_024, title: 512, referrer: 2_048, locale: 35 } as const

/** An event as the page has tracked it, on its way to the queue. */
export interface ContextEvent {
  readonly type: string
  readonly properties?: unknown
}

interface Dependencies {
  readonly facts: () => PageFacts
  /** Returns what may be told of an address. */
  readonly redact: Redact
  /** Returns the session of an event at this address. */
  readonly session: (url: string) => Session
}

/** Returns the path of an address, which the site's own redaction may have changed into any text. */
const pathOf = (url: string): string => /^(?:[a-z][a-z\d+.-]*:\/\/[^/?#]*)?(\/[^?#]*)/i.exec(url)?.[1] ?? ''

/** Returns the context of an event: flat, in snake case, and without unknown values. */
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

/** Returns the properties under the names that JSON would keep; undefined where JSON would make no object. */
const ownProperties = (given: unknown): object | undefined => {
  const { toJSON } = Object(given ?? {})
  const own = typeof toJSON === 'function' ? toJSON.call(given, 'properties') : (given ?? {})
  return own && typeof own === 'object' && !Array.isArray(own) ? own : undefined
}

/** Redacts titles; it keeps the last one, because a page has the same title for many events. */
const createTitles = () => {
  let known = { title: '', told: '' }
  return (title: string): string => {
    if (title !== known.title) known = { title, told: redactText(title) }
    return known.told
  }
}

/**
 * Puts the context beneath the properties of an event: a property that the page itself has given stays. An `identify`
 * stays as it is, because its properties are traits of a person; so does an event whose properties are no object,
 * because it will be refused. The function throws what the page's own properties throw when they are read.
 */
export const createContext = (dependencies: Dependencies) => {
  const toldOf = createTitles()
  return <Event extends ContextEvent>(event: Event): Event => {
    const own = event.type === 'track' ? ownProperties(event.properties) : undefined
    return own ? { ...event, properties: { ...contextOf(dependencies, toldOf), ...own } } : event
  }
}
