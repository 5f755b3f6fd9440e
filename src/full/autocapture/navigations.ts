type ChangeHistory = History['pushState']

/** The parts of a window that show where the page goes without loading. */
export interface NavigatedWindow extends EventTarget {
  readonly location: { readonly href: string }
  readonly history: { pushState: ChangeHistory; replaceState: ChangeHistory }
  /**
   * The Navigation API (https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api), which not every
   * browser has.
   */
  readonly navigation?: EventTarget | undefined
}

/** Calls `changed` after each change of the history; the page's own calls work, return and throw as before. */
const onHistory = (page: NavigatedWindow, changed: () => void): (() => void) => {
  const { history } = page
  let isStopped = false
  const undo = (['pushState', 'replaceState'] as const).map((name) => {
    const original = history[name]
    const wrapped: ChangeHistory = function (this: History, ...args) {
      const returned = original.apply(this, args)
      if (!isStopped) changed()
      return returned
    }
    history[name] = wrapped
    return () => {
      // Another script may have wrapped this function meanwhile: then it stays, and does nothing of its own.
      if (history[name] === wrapped) history[name] = original
    }
  })
  page.addEventListener('popstate', changed)
  return () => {
    isStopped = true
    for (const restore of undo) restore()
    page.removeEventListener('popstate', changed)
  }
}

/**
 * The part of an address whose change makes another page. With `path`, the path alone counts, so that a search field
 * that replaces the query for every letter views nothing; with `query`, the query counts, too; with `hash`, for a
 * router that keeps the page in the fragment (`#/cart?step=2`), the fragment without its query counts.
 */
export type PageScope = 'path' | 'query' | 'hash'

/** The part of an address whose change makes no other page. */
const BESIDE: Readonly<Record<PageScope, RegExp>> = { path: /[?#].*/s, query: /#.*/s, hash: /\?[^#]*/g }

/**
 * Calls `navigated` with the address before, for each navigation of a single-page application, at once, when the
 * address is already the new page's. A navigation leads to another page, as `scope` defines it, by whatever way.
 * Returns the function that stops it.
 */
export const onNavigations = (
  navigated: (from: string) => void,
  scope: PageScope = 'path',
  page: NavigatedWindow = window,
): (() => void) => {
  const pageAt = (address: string) => address.replace(BESIDE[scope], '')
  let address = page.location.href
  const look = () => {
    const from = address
    address = page.location.href
    if (pageAt(address) !== pageAt(from)) navigated(from)
  }
  const { navigation } = page
  if (!navigation) return onHistory(page, look)
  navigation.addEventListener('currententrychange', look)
  return () => navigation.removeEventListener('currententrychange', look)
}
