import { type NavigatedWindow, onNavigations, type PageScope } from './navigations.ts'
import type { TitleWatch } from './title-watch.ts'
import { type PreparedDocument, whenShown } from './when-shown.ts'

/** The parts of a window that show that a page is viewed. */
export interface ViewedWindow extends NavigatedWindow {
  readonly document: PreparedDocument & { readonly title: string }
}

export interface PageView {
  readonly url: string
  /** The page's title; '' where the page was left before it had a title of its own. */
  readonly title: string
  /** The address in the same document where the visitor was before. */
  readonly previousUrl?: string
  /** When the view began, in milliseconds since 1970. */
  readonly time: number
}

interface Dependencies {
  readonly titles: TitleWatch
  readonly scope?: PageScope
  readonly page?: ViewedWindow
  readonly now?: () => number
}

/**
 * Calls `view` for each view of a page: now, or as soon as a prerendered page is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. A page without a title of its
 * own is viewed as soon as it has one, with the time at which the view began. Returns the function that stops it.
 */
export const onPageViews = (
  view: (seen: PageView) => void,
  { titles, scope = 'path', page = window, now = Date.now }: Dependencies,
): (() => void) => {
  const { document } = page
  let stopNavigations = () => {
    // Navigations are not watched before the page is shown.
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
    // A script that is faster than its page may run before the title is there.
    if (document.title) seen()()
    else titles.whenKnown(seen())
  }, document)
  return () => {
    callOff()
    page.removeEventListener('pageshow', onShow)
    stopNavigations()
  }
}
