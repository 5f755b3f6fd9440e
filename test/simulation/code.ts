import { holding } from '../../src/core/holding.ts'
import { createIds } from '../../src/core/id.ts'
import { queueOf } from '../../src/core/record-key.ts'
import { createLane } from '../../src/delivery/lane.ts'
import { klaviyo } from '../../src/destinations/klaviyo.ts'

/** The code under test: all that a simulated tab runs. */
export const code = { createIds, createLane, holding, klaviyo, queueOf }

export type Code = typeof code
