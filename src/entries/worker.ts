import { givenDestinations } from '../worker/given-destinations.ts'
import { createLinkToWorker } from '../worker/page-part.ts'
import { browserPage } from '../worker/page-world.ts'
import { startWorker } from '../worker/start-worker.ts'
import type { WorkerScope } from '../worker/worker-scope.ts'
import { workerWorld } from '../worker/worker-world.ts'

// One file has both parts, so that both have the same version. Loaded by a page, it is the page's part. Run by a
// service worker, be it one that the page's part has registered or the site's own with importScripts, it delivers.
if (typeof document === 'object')
  Reflect.set(globalThis, Symbol.for('sendoff'), createLinkToWorker(browserPage))
else
  startWorker(
    globalThis as unknown as WorkerScope,
    workerWorld(),
    givenDestinations(location.href, Reflect.get(globalThis, 'sendoffOptions')),
  )
