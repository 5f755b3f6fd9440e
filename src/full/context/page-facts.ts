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

/** Of the prototype: `document.title` is an element where a page has `<img name="title">`. */
export const said = (name: 'title' | 'referrer', document: unknown): string =>
  Reflect.get(Document.prototype, name, document)

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
    return {
      url: page.location.href,
      title: said('title', page.document),
      referrer: said('referrer', page.document),
      locale: page.navigator.language,
      ...viewport,
    }
  }
}

/** The address that this document was loaded from; a router may have cleaned it since. */
export const loadedUrl = (): string => performance.getEntriesByType?.('navigation')[0]?.name ?? ''
