import { holding } from '../../src/core/holding.ts'
import { createIds } from '../../src/core/id.ts'
import { identified } from '../../src/core/identity.ts'
import { queueOf } from '../../src/core/record-key.ts'
import { createLane } from '../../src/delivery/lane.ts'
import { createPerson, placeOf, sharedPlaceOf } from '../../src/person.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'

/** The code under test: all that a simulated tab runs. */
export const code = {
  createIds,
  createLane,
  createPerson,
  holding,
  identified,
  klaviyo,
  placeOf,
  queueOf,
  sharedPlaceOf,
}

export type Code = typeof code
