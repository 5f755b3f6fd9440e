/**
 * Stops and removes the service workers that deliver for this origin, or only the worker of this queue. The site's own
 * worker stays. Resolves when it is done; never rejects.
 */
export const forgetWorkers = async (queue) => {
    try {
        for (const registration of await navigator.serviceWorker.getRegistrations()) {
            const its = new URL(registration.scope).searchParams.get('sendoff');
            if (its === null || its !== (queue ?? its))
                continue;
            registration.active?.postMessage(['sendoff', its, 'stop']);
            await registration.unregister();
        }
    }
    catch {
        // The browser has no service workers, or refuses them to this page, so there is nothing to stop.
    }
};
