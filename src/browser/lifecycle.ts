export interface LifecycleListeners {
  /** The page is about to go, or may never run again: what must leave, leaves now. */
  hidden(reason: 'hidden' | 'pagehide'): void
  /** Nothing asynchronous can be counted on any more. */
  leaving(): void
  /** The page is back from the back/forward cache. */
  restored(): void
  online(): void
}

/**
 * Listens to the end of the page, and returns the way to stop.
 *
 * On a close or a navigation `pagehide` comes first and `visibilitychange` second; Firefox delivers more of
 * what is sent from the latter. `unload` and `beforeunload` would cost the back/forward cache.
 */
export const onLifecycle = ({ hidden, leaving, restored, online }: LifecycleListeners): (() => void) => {
  const stop = new AbortController()
  const { signal } = stop
  const isHidden = () => document.visibilityState === 'hidden'
  addEventListener(
    'pagehide',
    () => {
      leaving()
      // Hidden already: no visibilitychange will follow.
      if (isHidden()) hidden('pagehide')
    },
    { signal },
  )
  document.addEventListener('visibilitychange', () => isHidden() && hidden('hidden'), { signal })
  addEventListener('pageshow', (event) => event.persisted && restored(), { signal })
  addEventListener('online', online, { signal })
  return () => stop.abort()
}
