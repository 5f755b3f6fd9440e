/**
 * Listens to the end of the page.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of what
 * is sent from the latter. `unload` and `beforeunload` would cost the back/forward cache.
 *
 * @param setLeaving told whether anything asynchronous can still be counted on.
 * @param onHidden the page is about to go, or may never run again: what must leave, leaves now.
 * @param onAwake the page is back from the back/forward cache, or the network from wherever it was.
 * @param signal ends it.
 */
export const onLifecycle = (
  setLeaving: (leaving: boolean) => void,
  onHidden: () => void,
  onAwake: (reason: 'start' | 'online') => void,
  signal?: AbortSignal,
): void => {
  const until = { signal } as AddEventListenerOptions
  const ifHidden = () => document.visibilityState === 'hidden' && onHidden()
  document.addEventListener('visibilitychange', ifHidden, until)
  const onHide = () => {
    setLeaving(true)
    // Hidden already: no visibilitychange will follow.
    ifHidden()
  }
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return
    setLeaving(false)
    onAwake('start')
  }
  addEventListener('pagehide', onHide, until)
  addEventListener('pageshow', onShow, until)
  addEventListener('online', () => onAwake('online'), until)
}
