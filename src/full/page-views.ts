import { type NavigatedWindow, onNavigations } from './navigations.ts'

/** As much of a window as it takes to see that a page is viewed. */
export interface ViewedWindow extends NavigatedWindow {
  /** https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering; Chromium alone has it. */
  readonly document: EventTarget & { readonly prerendering?: boolean }
}

/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. Returns the way to stop.
 */
export const onPageViews = (view: () => void, page: ViewedWindow = window): (() => void) => {
  const { document } = page
  let stop = () => document.removeEventListener('prerenderingchange', start)
  const start = () => {
    const onShow = (event: Event) => (event as PageTransitionEvent).persisted && view()
    page.addEventListener('pageshow', onShow)
    const stopNavigations = onNavigations(view, page)
    stop = () => {
      page.removeEventListener('pageshow', onShow)
      stopNavigations()
    }
    view()
  }
  if (document.prerendering) document.addEventListener('prerenderingchange', start, { once: true })
  else start()
  return () => stop()
}
