/** What a page says about itself. */
export interface PageFacts {
  readonly url: string
  readonly title: string
  /** Where the visitor came from; '' when nobody knows. */
  readonly referrer: string
  /** A language tag, such as `de-CH`. */
  readonly locale: string
  /** In CSS pixels. */
  readonly viewportWidth: number
  readonly viewportHeight: number
}

/**
 * Reads the facts of the moment. The viewport is measured again only after it has changed, as measuring may make the
 * browser lay out the page: in a loop of events among changes to the page that would be slow. `signal` ends the watching.
 */
export const createPageFacts = (page: Window = window, signal?: AbortSignal): (() => PageFacts) => {
  let viewport: Pick<PageFacts, 'viewportWidth' | 'viewportHeight'> | undefined
  const forget = () => {
    viewport = undefined
  }
  page.addEventListener('resize', forget, { signal } as AddEventListenerOptions)
  return () => {
    viewport ??= { viewportWidth: page.innerWidth, viewportHeight: page.innerHeight }
    const { title, referrer } = page.document
    return { url: page.location.href, title, referrer, locale: page.navigator.language, ...viewport }
  }
}
