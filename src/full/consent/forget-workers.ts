/**
 * Stops the service workers that deliver for this origin, or the one of this queue, and removes them. A worker of the site's
 * own stays. Resolves when it is done; never rejects.
 */
export const forgetWorkers = async (queue?: string): Promise<void> => {
  try {
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      const its = new URL(registration.scope).searchParams.get('sendoff')
      if (its === null || its !== (queue ?? its)) continue
      registration.active?.postMessage(['sendoff', its, 'stop'])
      await registration.unregister()
    }
  } catch {
    // Refused to this page, or none in this browser: so there is nothing to stop.
  }
}
