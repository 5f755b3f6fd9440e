import type { LocalArea } from '../storage/local-area.ts'
import { campaignOf } from './campaign.ts'
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
  /** Ends what is watched for the whole time. */
  readonly signal?: AbortSignal | undefined
}

/** Puts together what sees where events happen, and which events happen without a call. */
export const createPageWatch = (
  options: WatchOptions,
  { now, newId, area, report, signal }: Dependencies,
) => {
  // Later: who has just started the tracker is about to listen.
  const redact = createRedaction(options.redact, (problem) => queueMicrotask(() => report(problem)))
  const session = createSession({
    area: {
      keys: () => area()?.keys() ?? [],
      get: (key) => area()?.get(key),
      set: (key, value) => area()?.set(key, value),
      delete: (key) => area()?.delete(key),
    },
    now,
    newId,
    campaign: () => campaignOf(redact(location.href) ?? ''),
    onChange: (changed) => onSharedChange(SESSION, changed),
  })
  const contextOf = createContext({
    facts: createPageFacts(window, signal),
    redact,
    session: session.current,
  })

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
    /** Looks on from now on. Returns the way to stop. */
    start(track: TrackDeclared, view: () => void): () => void {
      const stops = [
        session.stop,
        options.context && whenShown(() => session.current()),
        options.pageviews && onPageViews(view),
        options.declarative && onDeclared(track),
        options.outbound && onOutboundLinks(track, redact),
      ]
      return () => {
        for (const stop of stops) if (stop) stop()
      }
    },
  }
}
