type ChangeHistory = History['pushState']

/** As much of a window as it takes to see where the page goes without loading. */
export interface NavigatedWindow extends EventTarget {
  readonly location: { readonly href: string }
  readonly history: { pushState: ChangeHistory; replaceState: ChangeHistory }
  /** https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api; not in every browser. */
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
      // Somebody else may have wrapped ours meanwhile: then it stays, and does nothing of its own.
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
 * The part of an address that makes another page: its path alone, so that a search field that replaces the query for every letter
 * views nothing; its query, too; or, where a router keeps the page in the fragment (`#/cart?step=2`), that without its query.
 */
export type PageScope = 'path' | 'query' | 'hash'

/** The part that makes no other page. */
const BESIDE: Readonly<Record<PageScope, RegExp>> = { path: /[?#].*/s, query: /#.*/s, hash: /\?[^#]*/g }

/**
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's, with
 * the address before. A navigation leads to another page, as `scope` has it, whoever makes it and however. Returns the way
 * to stop.
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
