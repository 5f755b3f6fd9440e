/** What a page is told of. */
export interface Lifecycle {
  /** Sets whether the page is being left: then nothing asynchronous can be counted on. */
  readonly setLeaving: (leaving: boolean) => void
  /** Called when the page is about to go, or may never run again: the queue must be sent now. */
  readonly onHidden: () => void
  /** Called when the page is back from the back/forward cache, or the network is back. */
  readonly onAwake: (reason: 'start' | 'online') => void
  /**
   * Called when another tab has changed localStorage: this item, or all items. It is also called when a change may have
   * been missed.
   */
  readonly onStorage: (place: string | null) => void
}

/**
 * Listens to the life of the page.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of the
 * requests that are made in the latter. `unload` and `beforeunload` would cost the back/forward cache.
 *
 * @param signal ends the listening.
 */
export const onLifecycle = (
  { setLeaving, onHidden, onAwake, onStorage }: Lifecycle,
  signal?: AbortSignal,
): void => {
  const until = { signal } as AddEventListenerOptions
  const ifHidden = () => document.visibilityState === 'hidden' && onHidden()
  document.addEventListener('visibilitychange', ifHidden, until)
  const onHide = () => {
    setLeaving(true)
    // The page is hidden already, so no visibilitychange will follow.
    ifHidden()
  }
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    setLeaving(false)
    onStorage(null)
    onAwake('start')
  }
  addEventListener('pagehide', onHide, until)
  addEventListener('pageshow', onShow, until)
  addEventListener('online', () => onAwake('online'), until)
  addEventListener('storage', ({ key }) => onStorage(key), until)
}
