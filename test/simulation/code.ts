import { holding } from '../../src/core/holding.ts'
import { createIds } from '../../src/core/id.ts'
import { identified } from '../../src/core/identity.ts'
import { queueOf } from '../../src/core/record-key.ts'
import { createSender } from '../../src/delivery/sender.ts'
import { createPerson, placeOf, sharedPlaceOf } from '../../src/person.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import { createLinkToWorker } from '../../src/worker/page-part.ts'
import { startWorker } from '../../src/worker/start-worker.ts'

/** The code under test: all that a simulated tab runs, and its service worker. */
export const code = {
  createIds,
  createSender,
  createLinkToWorker,
  createPerson,
  holding,
  identified,
  klaviyo,
  placeOf,
  queueOf,
  sharedPlaceOf,
  startWorker,
}

export type Code = typeof code
