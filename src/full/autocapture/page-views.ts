import { type NavigatedWindow, onNavigations, type PageScope } from './navigations.ts'
import type { TitleWatch } from './title-watch.ts'
import { type PreparedDocument, whenShown } from './when-shown.ts'

/** As much of a window as it takes to see that a page is viewed. */
export interface ViewedWindow extends NavigatedWindow {
  readonly document: PreparedDocument & { readonly title: string }
}

export interface PageView {
  readonly url: string
  /** '' where the page was left before it had one of its own. */
  readonly title: string
  /** Where the visitor was before in the same document. */
  readonly previousUrl?: string
  /** When it began; milliseconds since 1970. */
  readonly time: number
}

interface Dependencies {
  readonly titles: TitleWatch
  readonly scope?: PageScope
  readonly page?: ViewedWindow
  readonly now?: () => number
}

/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. A page that has no title of its
 * own yet is viewed as soon as it has, and at the time when it began. Returns the way to stop.
 */
export const onPageViews = (
  view: (seen: PageView) => void,
  { titles, scope = 'path', page = window, now = Date.now }: Dependencies,
): (() => void) => {
  const { document } = page
  let stopNavigations = () => {
    // None are looked for before the page is shown.
  }
  const seen = (previousUrl?: string) => {
    const { href: url } = page.location
    const time = now()
    return () => view({ url, title: titles.known(), ...(previousUrl && { previousUrl }), time })
  }
  const onShow = (event: Event) => (event as PageTransitionEvent).persisted && seen()()
  const callOff = whenShown(() => {
    page.addEventListener('pageshow', onShow)
    stopNavigations = onNavigations((from) => titles.whenKnown(seen(from)), scope, page)
    // A script that is faster than its page may be there before the title.
    if (document.title) seen()()
    else titles.whenKnown(seen())
  }, document)
  return () => {
    callOff()
    page.removeEventListener('pageshow', onShow)
    stopNavigations()
  }
}
