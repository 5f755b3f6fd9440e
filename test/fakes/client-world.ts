import type { Lock } from '../../src/browser/lock.ts'
import type { Destination, Part } from '../../src/core/destination.ts'
import type { World } from '../../src/delivery/world.ts'
import { createMemoryStore } from '../../src/store/store.ts'
import { idsOf, NOON } from '../events.ts'
import { createFakeArea } from './area.ts'
import { createFakeLock } from './lock.ts'

export interface ClientRequest extends Part {
  readonly leaving: boolean
}

/**
 * A browser for whole clients: several may share it, as tabs do. Time stands still; the vendor takes everything, until the network is
 * taken away.
 */
export const createClientWorld = () => {
  const area = createFakeArea()
  const store = createMemoryStore()
  const requests: ClientRequest[] = []
  const locks = new Map<string, Lock>()
  let connected = true
  let tabs = 0

  const open = (): World => {
    const newId = idsOf(++tabs, () => NOON)
    return {
      now: () => NOON,
      random: () => 0.5,
      newId,
      // Nothing of these stories waits.
      setTimer: () => undefined,
      openStore: () => store,
      area,
      lockFor(name) {
        const lock = locks.get(name) ?? createFakeLock(() => NOON)
        locks.set(name, lock)
        return lock
      },
      async send(part, _, leaving) {
        requests.push({ ...part, leaving })
        return connected ? { status: 202, body: '' } : undefined
      },
      isOnline: () => connected,
    }
  }

  return {
    area,
    open,
    requests,
    disconnect(): void {
      connected = false
    },
    /** The names of the events that one destination has sent, in order. */
    namesTo: ({ name, account }: Pick<Destination, 'name' | 'account'>): readonly string[] =>
      requests
        .filter(({ url }) => url.includes(`${name}/${account}`))
        .flatMap(({ events }) => events.map((event) => event.name)),
  }
}
