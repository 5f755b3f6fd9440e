import type { Identity, TrackedEvent } from '../../src/core/event.ts'
import { createHelpcrunchEmulator } from '../../src/vendors/helpcrunch/emulator/emulator.ts'
import type { RelayAnswer } from '../../src/vendors/relayed.ts'
import { createYotpoEmulator } from '../../src/vendors/yotpo/emulator/emulator.ts'
import { startVendor } from '../../testing/http/vendor.ts'
import { eventsOf, idsOf } from '../events.ts'

/** What every relay under test is set up with. */
export const SETTINGS = {
  origin: 'https://shop.test',
  writeKey: 'shop-write-key',
  apiKey: 'hc-private-key',
  storeId: 'store-1',
  secret: 'yotpo-private-secret',
  /** HelpCrunch's own is 120, which would make the tests wait. */
  requestsPerMinute: 100_000,
}

export interface Endpoints {
  readonly helpcrunch: string
  readonly yotpo: string
}

/** A relay that is reached as a page reaches it. */
export interface RunningRelay {
  send(init: {
    readonly method?: string
    readonly headers: HeadersInit
    readonly body?: string
  }): Promise<Response>
  stop(): Promise<void>
}

export type StartRelay = (endpoints: Endpoints) => Promise<RunningRelay>

/** Both vendors over real HTTP, with faults that can be switched. */
export const startVendors = async () => {
  const helpcrunch = createHelpcrunchEmulator({ apiKey: SETTINGS.apiKey, enforceRateLimits: false })
  const yotpo = createYotpoEmulator({ storeId: SETTINGS.storeId, secret: SETTINGS.secret })
  const servers = { helpcrunch: await startVendor(helpcrunch), yotpo: await startVendor(yotpo) }
  return {
    helpcrunch,
    yotpo,
    servers,
    endpoints: { helpcrunch: servers.helpcrunch.origin, yotpo: servers.yotpo.origin },
    calls: () => helpcrunch.requests().length + yotpo.requests().length,
    async reset() {
      await servers.helpcrunch.setMode({ type: 'up' })
      await servers.yotpo.setMode({ type: 'up' })
      helpcrunch.reset()
      yotpo.reset()
    },
    close: () => Promise.all([servers.helpcrunch.close(), servers.yotpo.close()]),
  }
}

export type Vendors = Awaited<ReturnType<typeof startVendors>>

let people = 0

/** Events of a person who has not been here before. */
export const eventsOfSomebody = (count: number, identity: Partial<Identity> = {}): TrackedEvent[] => {
  people += 1
  const userId = `customer-${people}`
  return eventsOf(count, {
    newId: idsOf(people),
    identity: { anonymousId: `visitor-${people}`, userId, ...identity },
  })
}

export const HEADERS = { origin: SETTINGS.origin, 'content-type': 'text/plain;charset=UTF-8' }

export const bodyOf = (destination: string, events: readonly unknown[]): string =>
  JSON.stringify({ destination, writeKey: SETTINGS.writeKey, events })

/** The outcomes of a batch, in order. */
export const deliver = async (
  relay: RunningRelay,
  destination: string,
  events: readonly TrackedEvent[],
): Promise<RelayAnswer['outcomes']> => {
  const response = await relay.send({ headers: HEADERS, body: bodyOf(destination, events) })
  if (response.status !== 200) throw new Error(`HTTP ${response.status}: ${await response.text()}`)
  return ((await response.json()) as RelayAnswer).outcomes
}

export const wordsOf = (outcomes: RelayAnswer['outcomes']): string[] =>
  outcomes.map(({ type, reason }) => reason ?? type)
