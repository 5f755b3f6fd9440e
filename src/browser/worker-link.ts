/** Whether a service worker delivers for this page. */
export type WorkerState = 'none' | 'active' | 'refused'

/** What it says of a queue; in this order, as no build renames a place in a list. */
export type WorkerNews = [
  ms: number,
  failing: string | undefined,
  news: readonly never[],
  places: readonly string[],
]

/** The way to the service worker that delivers for a queue. */
export interface WorkerLink {
  readonly state: () => WorkerState
  /** Hears, and is started if it sleeps; undefined where there is none, or none that answers. */
  readonly worker: () => Pick<ServiceWorker, 'postMessage'> | undefined
  /** It does not answer: it is asked nothing more. */
  readonly refuse: () => void
}

/**
 * @param path of the worker's script.
 * @param config with which it makes the queue's destination, in JSON.
 */
export type LinkToWorker = (
  path: string,
  queue: string,
  config: string,
  hear: (...news: WorkerNews) => void,
  signal?: AbortSignal,
) => WorkerLink

/**
 * Registers the worker, at a scope that is its own: it controls no page, and takes the place of no other. Where the page's
 * own worker is of that path, it is that one, which has taken ours in.
 */
export const linkToWorker: LinkToWorker = (path, queue, config, hear, signal) => {
  let registration: ServiceWorkerRegistration | undefined
  let isRefused = false
  const worker = () =>
    isRefused
      ? undefined
      : (registration?.active ?? registration?.waiting ?? registration?.installing ?? undefined)
  const refuse = (): void => {
    isRefused = true
  }

  const start = async (): Promise<void> => {
    const { serviceWorker } = navigator
    const urlOf = (text: string) => `${path}?sendoff=${encodeURIComponent(text)}`
    const theirs = await serviceWorker.getRegistration()
    const isTheirs = theirs?.active?.scriptURL === location.origin + path
    if (signal?.aborted) return
    registration = isTheirs ? theirs : await serviceWorker.register(urlOf(config), { scope: urlOf(queue) })
    const end = (): void => {
      worker()?.postMessage(['sendoff', queue, 'stop'])
      refuse()
      if (!isTheirs) registration?.unregister()
    }
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end)
    serviceWorker.addEventListener('message', ({ data }) => {
      if (worker() && data?.[0] === 'sendoff' && data[1] === queue) hear(...(data.slice(2) as WorkerNews))
    })
    serviceWorker.startMessages()
  }
  start().catch((error) => {
    refuse()
    console.warn('sendoff: no service worker:', error)
  })

  return { worker, refuse, state: () => (isRefused ? 'refused' : registration?.active ? 'active' : 'none') }
}
