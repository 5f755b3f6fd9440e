/** https://wicg.github.io/nav-speculation/prerendering.html#document-prerendering; Chromium alone has it. */
export type PreparedDocument = EventTarget & { readonly prerendering?: boolean }

/** Calls `work` now, or as soon as a page that is prerendered is shown to somebody. Returns the way to call it off. */
export const whenShown = (work: () => void, document: PreparedDocument = window.document): (() => void) => {
  if (document.prerendering) document.addEventListener('prerenderingchange', work, { once: true })
  else work()
  return () => document.removeEventListener('prerenderingchange', work)
}
