import type { LocalArea } from '../storage/local-area.ts'
import { createCampaigns } from './campaign.ts'
import { createContext } from './context.ts'
import { onDeclared } from './declarative.ts'
import type { TrackDeclared } from './declared-event.ts'
import type { EventDraft } from './event-draft.ts'
import { onOutboundLinks } from './outbound-links.ts'
import { createPageFacts } from './page-facts.ts'
import { onPageViews } from './page-views.ts'
import { createRedaction } from './redaction.ts'
import { createSession, SESSION } from './session.ts'
import { onSharedChange } from './shared-change.ts'
import { whenShown } from './when-shown.ts'

/** What of the page a tracker sees by itself. */
export interface WatchOptions {
  readonly context: boolean
  readonly redact: ((url: string) => string) | undefined
  /** Parameters that count as click ids, beside those that are known. */
  readonly clickIds: readonly string[]
  readonly pageviews: boolean
  readonly declarative: boolean
  readonly outbound: boolean
}

interface Dependencies {
  readonly now: () => number
  readonly newId: () => string
  /** localStorage, for as long as the visitor agrees; undefined while it may not be touched. */
  readonly area: () => LocalArea | undefined
  readonly report: (problem: string) => void
}

/** Puts together what sees where events happen, and which events happen without a call. */
export const createPageWatch = (options: WatchOptions, { now, newId, area, report }: Dependencies) => {
  // Later: who has just started the tracker is about to listen.
  const redact = createRedaction(options.redact, (problem) => queueMicrotask(() => report(problem)))
  const campaigns = createCampaigns(options.clickIds)
  const session = createSession({
    area: {
      keys: () => area()?.keys() ?? [],
      get: (key) => area()?.get(key),
      set: (key, value) => area()?.set(key, value),
      delete: (key) => area()?.delete(key),
    },
    now,
    newId,
    among: campaigns.among,
    onChange: (changed) => onSharedChange(SESSION, changed),
  })
  let arrivedAt: string | undefined
  /** Of an event at this address, which may be another than that of the event before. */
  const sessionAt = (url: string) => {
    if (url !== arrivedAt) {
      arrivedAt = url
      session.arrive(campaigns.of(redact(url) ?? ''))
    }
    return session.current()
  }
  const contextOf = createContext({ facts: createPageFacts(), redact, session: sessionAt })

  return {
    /** The event, with its context beneath its properties. Never throws. */
    withContext(event: EventDraft): EventDraft {
      if (!options.context) return event
      try {
        return contextOf(event)
      } catch {
        // The page's own getter has thrown: as it is, the event is refused and reported.
        return event
      }
    },
    /** The storage may be touched from now on. */
    onBegin: () => session.sync(),
    /** Everything that was stored is gone. */
    onEnd: () => session.forget(),
    /** Looks on from now on. */
    start(track: TrackDeclared, view: () => void): void {
      if (options.context) whenShown(() => sessionAt(location.href))
      if (options.pageviews) onPageViews(view)
      if (options.declarative) onDeclared(track)
      if (options.outbound) onOutboundLinks(track, redact)
    },
  }
}
