/** How long the site's own worker may take to say that it has ours in it. */
const HELLO_MS = 1_000

export interface Registered {
  /** The one that is active. */
  readonly worker: () => ServiceWorker | null
  /** Removes it, unless it is the site's own. */
  readonly unregister: () => void
}

/** Whether the site's own worker, which controls this page or would, delivers this queue. */
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
 * The worker that delivers a queue: the site's own, where that has ours in it, or else one that is registered at a scope of
 * its own. There is no page in that, so it controls none and takes the place of no other. Its address says what it
 * delivers: so it can do it without a page.
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
