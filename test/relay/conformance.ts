import { afterAll, beforeAll, describe } from 'vitest'
import { testHelpcrunch } from './helpcrunch-cases.ts'
import { testRefusals } from './refusals.ts'
import { type RunningRelay, type StartRelay, startVendors, type Vendors } from './set-up.ts'
import { testYotpo } from './yotpo-cases.ts'

/** What a relay promises, wherever it runs. */
export const testRelay = (place: string, start: StartRelay): void => {
  describe(`the relay ${place}`, () => {
    let vendors: Vendors
    let relay: RunningRelay

    beforeAll(async () => {
      vendors = await startVendors()
      relay = await start(vendors.endpoints)
    })

    afterAll(async () => {
      await relay?.stop()
      await vendors.close()
    })

    testRefusals(
      () => relay,
      () => vendors,
    )
    testHelpcrunch(
      () => relay,
      () => vendors,
    )
    testYotpo(
      () => relay,
      () => vendors,
    )
  })
}
