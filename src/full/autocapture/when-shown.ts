/**
 * A document that may be prerendered: https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering.
 * Chromium alone has it.
 */
export type PreparedDocument = EventTarget & { readonly prerendering?: boolean }

/** Calls `work` now, or as soon as a prerendered page is shown. Returns the function that cancels the call. */
export const whenShown = (work: () => void, document: PreparedDocument = window.document): (() => void) => {
  if (document.prerendering) document.addEventListener('prerenderingchange', work, { once: true })
  else work()
  return () => document.removeEventListener('prerenderingchange', work)
}
