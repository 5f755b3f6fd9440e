import type { PageThen } from '../../client.ts'
import type { Properties } from '../../core/event.ts'
import { placeIn } from '../../core/record-key.ts'
import type { LocalArea } from '../../store/local-area.ts'
import { createCampaigns } from '../context/campaign.ts'
import { clipped } from '../context/clipped.ts'
import { CONTEXT_CHARS, createContext } from '../context/context.ts'
import { createPageFacts, loadedUrl, type PageFacts } from '../context/page-facts.ts'
import { createRedaction } from '../context/redaction.ts'
import { createSession, SESSION } from '../context/session.ts'
import { onSharedChange } from '../context/shared-change.ts'
import type { EventDraft } from '../event-draft.ts'
import { onDeclared } from './declarative.ts'
import type { TrackDeclared } from './declared-event.ts'
import { onNavigations, type PageScope } from './navigations.ts'
import { onOutboundLinks } from './outbound-links.ts'
import { onPageViews, type PageView } from './page-views.ts'
import { createTitleWatch } from './title-watch.ts'
import { whenShown } from './when-shown.ts'

/** Which activity of the page is tracked without a call. */
export interface WatchOptions {
  readonly context: boolean
  readonly redact: ((url: string) => string) | undefined
  /** Parameters that count as click ids, beside those that are known. */
  readonly clickIds: readonly string[]
  /** Which part of an address makes another page; false where views are not tracked. */
  readonly pageviews: PageScope | false
  readonly declarative: boolean
  readonly outbound: boolean
}

/** Tracks a view, with what is said of the page before, at the time when it began. */
type TrackView = (properties: Properties, time: number) => void

interface Dependencies {
  readonly now: () => number
  readonly newId: () => string
  readonly namespace: string
  /** localStorage, for as long as the visitor agrees; undefined while it may not be touched. */
  readonly area: () => LocalArea | undefined
  readonly report: (problem: string) => void
  /** Ends what is watched for the whole time. */
  readonly signal?: AbortSignal | undefined
}

/** Puts together what sees where events happen, and which events happen without a call. */
export const createPageWatch = (
  options: WatchOptions,
  { now, newId, namespace, area, report, signal }: Dependencies,
) => {
  const place = placeIn(SESSION, namespace)
  // Later: who has just started the tracker is about to listen.
  const redact = createRedaction(options.redact, (problem) => queueMicrotask(() => report(problem)))
  const campaigns = createCampaigns(options.clickIds)
  const session = createSession({
    place,
    area: {
      keys: () => area()?.keys() ?? [],
      get: (key) => area()?.get(key),
      set: (key, value) => area()?.set(key, value),
      delete: (key) => area()?.delete(key),
    },
    now,
    newId,
    among: campaigns.among,
    onChange: (changed) => onSharedChange(place, changed),
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
  const titles = createTitleWatch()
  const pageFacts = createPageFacts(window, signal)
  /** Of the page that an event is about, where that is another than the page as it is now. */
  let earlier: Partial<PageFacts> | undefined
  const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier })
  const contextOf = createContext({ facts, redact, session: sessionAt })

  /** The page before is where the document's referrer leads only for the first page. */
  const previousOf = (url: string | undefined): Properties => {
    const previous = options.context && url && redact(url)
    return previous ? { previous_url: clipped(previous, CONTEXT_CHARS.url) } : {}
  }
  const onViews = (scope: PageScope, track: TrackView) => {
    const stop = onPageViews(
      ({ url, title, previousUrl, time }: PageView) => {
        const before = earlier
        earlier = { url, title }
        track(previousOf(previousUrl), time)
        earlier = before
      },
      { titles, scope },
    )
    // In the capturing phase: so the view is part of what leaves with the page.
    const until = { capture: true, signal } as AddEventListenerOptions
    addEventListener('pagehide', titles.settle, until)
    addEventListener('visibilitychange', titles.settle, until)
    return stop
  }

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
    /** The events that follow were tracked on this page; without one, on the page as it is. */
    at(page?: PageThen): void {
      earlier = page
    },
    /** Looks on from now on. Returns the way to stop. */
    start(track: TrackDeclared, view: TrackView): () => void {
      const look = () => {
        sessionAt(loadedUrl())
        sessionAt(location.href)
      }
      // An event between the navigation and the title. Without that API it would take changes to the page's history.
      const onlyTitles = () =>
        options.context && 'navigation' in window && onNavigations(() => titles.whenKnown(() => undefined))
      const stops = [
        session.stop,
        options.context && whenShown(look),
        options.pageviews ? onViews(options.pageviews, view) : onlyTitles(),
        options.declarative && onDeclared(track),
        options.outbound && onOutboundLinks(track, redact),
      ]
      return () => {
        for (const stop of stops) if (stop) stop()
      }
    },
  }
}

export type PageWatch = ReturnType<typeof createPageWatch>
