import { givenDestinations } from './worker/given-destinations.ts'
import { startWorker } from './worker/start-worker.ts'
import type { WorkerScope } from './worker/worker-scope.ts'

// Runs in a service worker: that which a page has registered, or the site's own, which has taken it in with importScripts.
startWorker(
  globalThis as unknown as WorkerScope,
  givenDestinations(location.href, Reflect.get(globalThis, 'sendoffOptions')),
)
