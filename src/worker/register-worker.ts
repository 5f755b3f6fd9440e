/** The longest wait for the site's own worker to say that it contains ours. */
const HELLO_MS = 1_000

export interface Registered {
  /** Returns the active worker. */
  readonly worker: () => ServiceWorker | null
  /** Removes the worker, unless it is the site's own. */
  readonly unregister: () => void
}

/** Asks whether the site's own worker, which controls this page or would, delivers this queue. */
const hasOurs = (theirs: ServiceWorker, queue: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => resolve(data)
    theirs.postMessage(['sendoff', queue, 'hello'], [port2])
    setTimeout(() => resolve(false), HELLO_MS)
  })

const activated = (registration: ServiceWorkerRegistration): Promise<void> =>
  new Promise((resolve, reject) => {
    const coming = registration.installing ?? registration.waiting
    const look = () => {
      if (registration.active) resolve()
      else if (coming?.state === 'redundant') reject(new Error('the worker could not be installed'))
    }
    coming?.addEventListener('statechange', look)
    look()
  })

/**
 * Finds the worker that delivers a queue: the site's own, where that contains ours, or one that is registered at a
 * scope of its own. That scope contains no page, so the worker controls none and replaces no other worker. Its address
 * tells what it delivers, so that it can deliver without a page.
 */
export const registerWorker = async (path: string, config: readonly unknown[]): Promise<Registered> => {
  const [queue, name, options, { maxAgeDays, maxEvents }] = config as [
    string,
    string,
    object,
    Record<string, number>,
  ]
  const { serviceWorker } = navigator
  const theirs = await serviceWorker.getRegistration()
  if (theirs?.active && (await hasOurs(theirs.active, queue)))
    return { worker: () => theirs.active, unregister: () => undefined }
  const addressOf = (text: string) => `${path}?sendoff=${encodeURIComponent(text)}`
  const json = JSON.stringify([queue, name, options, { maxAgeDays, maxEvents }])
  const registration = await serviceWorker.register(addressOf(json), { scope: addressOf(queue) })
  await activated(registration)
  return { worker: () => registration.active, unregister: () => void registration.unregister() }
}
