import type { Tracker } from '../../src/index.ts'
import type { Rejected } from '../../src/rejected.ts'

declare global {
  interface Window {
    /** Of `offline.js`. */
    setOffline(isOffline: boolean): void
  }
}

/** The page's tracker: until the script has arrived, the stub, which is why it is asked for anew each time. */
export const tracker = (): Tracker & { readonly rejected?: Rejected } => Reflect.get(window, 'track')

/** What the server says of the page, on its root element. */
export const pageFacts = () => {
  const {
    vendor = 'klaviyo',
    title = '',
    run = '',
    needsPerson,
    withWorker,
  } = document.documentElement.dataset
  return {
    vendor,
    title,
    run,
    needsPerson: needsPerson !== undefined,
    /** Whether the shop has switched the service worker on. */
    withWorker: withWorker !== undefined,
  }
}

export const post = (path: string, body: object): Promise<Response> =>
  fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
