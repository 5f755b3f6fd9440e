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
 * Calls `navigated` for each navigation of a single-page application, at once, while the address is the new one's. A
 * navigation is a change of the address, whoever makes it and however: what changes the fragment alone, or nothing, is none.
 * Returns the way to stop.
 */
export const onNavigations = (navigated: () => void, page: NavigatedWindow = window): (() => void) => {
  const addressOf = () => page.location.href.replace(/#.*/, '')
  let address = addressOf()
  const look = () => {
    const next = addressOf()
    if (next === address) return
    address = next
    navigated()
  }
  const { navigation } = page
  if (!navigation) return onHistory(page, look)
  navigation.addEventListener('currententrychange', look)
  return () => navigation.removeEventListener('currententrychange', look)
}
