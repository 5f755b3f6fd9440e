/** What a page tells about itself. */
export interface PageFacts {
  readonly url: string
  readonly title: string
  /** The address that the visitor came from; '' when it is not known. */
  readonly referrer: string
  /** A language tag, such as `de-CH`. */
  readonly locale: string
  /** The width and height of the viewport in CSS pixels. */
  readonly viewportWidth: number
  readonly viewportHeight: number
}

/** Reads the text by the prototype: `document.title` is an element where a page has `<img name="title">`. */
export const said = (name: 'title' | 'referrer', document: unknown): string =>
  Reflect.get(Document.prototype, name, document)

/**
 * Reads the present facts. The viewport is measured again only after it has changed, because measuring may make the
 * browser lay out the page: that would be slow in a loop of events among changes to the page. `signal` ends the
 * watching.
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

/** Returns the address that this document was loaded from; a router may have cleaned the present one. */
export const loadedUrl = (): string => performance.getEntriesByType?.('navigation')[0]?.name ?? ''
