import type { PageThen } from '../../adopting-client.ts'
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

/** The activity of the page that is tracked without a call. */
export interface WatchOptions {
  readonly context: boolean
  readonly redact: ((url: string) => string) | undefined
  /** Names of parameters that count as click ids, besides the known ones. */
  readonly clickIds: readonly string[]
  /** The part of an address that makes another page; false where views are not tracked. */
  readonly pageviews: PageScope | false
  readonly declarative: boolean
  readonly outbound: boolean
}

/** Tracks a view with the facts of the page before, at the time when the view began. */
type TrackView = (properties: Properties, time: number) => void

interface Dependencies {
  readonly now: () => number
  readonly newId: () => string
  readonly namespace: string
  /** localStorage, for as long as the visitor agrees; undefined while it may not be used. */
  readonly area: () => LocalArea | undefined
  readonly report: (problem: string) => void
  /** Ends everything that is watched all the time. */
  readonly signal?: AbortSignal | undefined
}

/** Puts together the facts of the page, which every event carries, and the activity that is tracked without a call. */
export const createPageWatch = (
  options: WatchOptions,
  { now, newId, namespace, area, report, signal }: Dependencies,
) => {
  const place = placeIn(SESSION, namespace)
  // Problems are reported a microtask later, because the page adds its listener after it has started the tracker.
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
  /** The session of an event at this address, which may differ from the address of the event before. */
  const sessionAt = (url: string) => {
    if (url !== arrivedAt) {
      arrivedAt = url
      session.arrive(campaigns.of(redact(url) ?? ''))
    }
    return session.current()
  }
  const titles = createTitleWatch()
  const pageFacts = createPageFacts(window, signal)
  /** The facts of the page that an event is about, where that page is another than the present one. */
  let earlier: Partial<PageFacts> | undefined
  const facts = () => ({ ...pageFacts(), title: titles.known(), ...earlier })
  const contextOf = createContext({ facts, redact, session: sessionAt })

  /** Only for the first page of the document, the page before is the document's referrer. */
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
    // The listeners run in the capturing phase, so that the view is part of the last request of the page.
    const until = { capture: true, signal } as AddEventListenerOptions
    addEventListener('pagehide', titles.settle, until)
    addEventListener('visibilitychange', titles.settle, until)
    return stop
  }

  return {
    /** Returns the event with its context beneath its properties. It never throws. */
    withContext(event: EventDraft): EventDraft {
      if (!options.context) return event
      try {
        return contextOf(event)
      } catch {
        // A getter of the page has thrown: the event stays as it is, and is refused and reported later.
        return event
      }
    },
    /** Uses the storage from now on. */
    onBegin: () => session.sync(),
    /** Forgets the session, since everything that was stored is gone. */
    onEnd: () => session.forget(),
    /** Sets the page that the next events were tracked on; without one, the present page counts. */
    at(page?: PageThen): void {
      earlier = page
    },
    /** Starts tracking the page's activity. Returns the function that stops it. */
    start(track: TrackDeclared, view: TrackView): () => void {
      const look = () => {
        sessionAt(loadedUrl())
        sessionAt(location.href)
      }
      // Titles are watched here only with the Navigation API; without it this would take changes to the history.
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
