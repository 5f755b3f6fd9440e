import { type NavigatedWindow, onNavigations } from './navigations.ts'
import { type PreparedDocument, whenShown } from './when-shown.ts'

/** As much of a window as it takes to see that a page is viewed. */
export interface ViewedWindow extends NavigatedWindow {
  readonly document: PreparedDocument
}

/**
 * Calls `view` for each view of a page: now, or as soon as a page that is prerendered is shown; for each navigation of a
 * single-page application; and each time the page comes back from the back/forward cache. Returns the way to stop.
 */
export const onPageViews = (view: () => void, page: ViewedWindow = window): (() => void) => {
  let stopNavigations = () => {
    // None are looked for before the page is shown.
  }
  const onShow = (event: Event) => (event as PageTransitionEvent).persisted && view()
  const callOff = whenShown(() => {
    page.addEventListener('pageshow', onShow)
    stopNavigations = onNavigations(view, page)
    view()
  }, page.document)
  return () => {
    callOff()
    page.removeEventListener('pageshow', onShow)
    stopNavigations()
  }
}
