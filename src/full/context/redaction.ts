import { redactUrl } from './redact-url.ts'

/** Says what may be told of an address; undefined when nothing may. */
export type Redact = (url: string) => string | undefined

/** Of a page's address, its referrer and its links; a page that changes its address more often asks again. */
const ADDRESSES_KEPT = 50

/**
 * The redaction of addresses: `redactUrl` first, then the site's own `hook`, once for each address. A hook that fails
 * says that nothing may be told: the address is left out, and the failure reported.
 */
export const createRedaction = (
  hook: ((url: string) => string) | undefined,
  report: (problem: string) => void,
): Redact => {
  const known = new Map<string, string | undefined>()
  const redacted = (url: string): string | undefined => {
    const told = redactUrl(url)
    if (!hook) return told
    try {
      const answer: unknown = hook(told)
      if (typeof answer === 'string') return answer
      report(`redact returned ${typeof answer}; expected a string, so the address is left out`)
    } catch (error) {
      report(`redact has thrown, so the address is left out: ${error}`)
    }
    return
  }
  return (url) => {
    if (!known.has(url)) {
      if (known.size >= ADDRESSES_KEPT) known.clear()
      known.set(url, redacted(url))
    }
    return known.get(url)
  }
}
