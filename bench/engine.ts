import { createHash } from 'node:crypto'
import { bundle } from './trackers/bundle.ts'

/**
 * Returns which sendoff was measured: a digest of what a page and the service worker load of it. Other words in a
 * comment, or other folders, do not change it.
 */
export const engineDigest = async (): Promise<string> => {
  // The functions are called or handed out, because a bundle leaves out a mere import.
  const script = await bundle(`
    import { sendoff } from './trackers/sendoff.ts'
    import { givenDestinations } from '../src/worker/given-destinations.ts'
    import { createLinkToWorker } from '../src/worker/page-part.ts'
    import { browserPage } from '../src/worker/page-world.ts'
    import { startWorker } from '../src/worker/start-worker.ts'
    import { workerWorld } from '../src/worker/worker-world.ts'
    Object.assign(window, {
      sendoff, givenDestinations, createLinkToWorker, browserPage, startWorker, workerWorld
    })`)
  return createHash('sha256').update(script).digest('hex').slice(0, 12)
}
