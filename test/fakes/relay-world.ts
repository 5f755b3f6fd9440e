import type { TrackedEvent } from '../../src/core/event.ts'
import { createRelay, type RelayOptions } from '../../src/relay/create-relay.ts'
import type { World } from '../../src/relay/world.ts'
import {
  createHelpcrunchEmulator,
  type HelpcrunchEmulatorOptions,
} from '../../src/vendors/helpcrunch/emulator/emulator.ts'
import type { RelayAnswer } from '../../src/vendors/relayed.ts'
import { createYotpoEmulator, type YotpoEmulatorOptions } from '../../src/vendors/yotpo/emulator/emulator.ts'
import { NOON } from '../events.ts'

/** A clock that only sleepers move, and `fetch` that ends at an emulator: no network, no waiting. */
export const createRelayWorld = (handle: (request: Request) => Promise<Response>, startMs = NOON) => {
  let ms = startMs
  const world: World = {
    fetch: (url, init) => handle(new Request(url, init)),
    now: () => ms,
    async sleep(wait) {
      ms += wait
    },
  }
  const pass = (wait: number): void => {
    ms += wait
  }
  return { world, pass, now: () => ms }
}

export const ORIGIN = 'https://shop.test'

/** The answer to a batch, as a page of the shop gets it. */
export const ask = async (
  relay: (request: Request) => Promise<Response>,
  destination: string,
  events: readonly TrackedEvent[],
): Promise<RelayAnswer['outcomes']> => {
  const body = JSON.stringify({ destination, writeKey: 'shop', events })
  const response = await relay(
    new Request(`${ORIGIN}/sendoff`, { method: 'POST', headers: { origin: ORIGIN }, body }),
  )
  return ((await response.json()) as RelayAnswer).outcomes
}

type More = Partial<RelayOptions> & Pick<RelayOptions, 'vendors'>

/** A relay and a strict HelpCrunch, with a clock of their own. */
export const createHelpcrunchWorld = (options: HelpcrunchEmulatorOptions = {}) => {
  let clock = () => NOON
  const emulator = createHelpcrunchEmulator({ now: () => clock(), ...options })
  const { world, pass, now } = createRelayWorld(emulator.handle)
  clock = now
  const start = (more: More) => createRelay({ origins: [ORIGIN], writeKeys: ['shop'], world, ...more })
  return { emulator, world, pass, start }
}

/** A relay and a strict Yotpo, with a clock of their own. */
export const createYotpoWorld = (options: YotpoEmulatorOptions = {}) => {
  let clock = () => NOON
  const emulator = createYotpoEmulator({ now: () => clock(), ...options })
  const { world, pass, now } = createRelayWorld(emulator.handle)
  clock = now
  const start = (more: More) => createRelay({ origins: [ORIGIN], writeKeys: ['shop'], world, ...more })
  return { emulator, world, pass, start }
}
