import type { Tracker } from '../../src/index.ts'
import type { Rejected } from '../../src/rejected.ts'

declare global {
  interface Window {
    /** The function of `offline.js` that takes the vendors' state. */
    setOffline(isOffline: boolean): void
  }
}

/** Returns the page's tracker. It is asked for each time, because it is the stub until the script has arrived. */
export const tracker = (): Tracker & { readonly rejected?: Rejected } => Reflect.get(window, 'track')

/** Reads what the server says of the page, on its root element. */
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
