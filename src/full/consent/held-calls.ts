import type { Client } from '../../adopting-client.ts'
import type { DropReason } from '../../core/outcome.ts'
import type { Gate } from './gate.ts'

/** Most calls that are kept in memory, which is as many as the stub keeps. */
export const MAX_HELD = 1_000

/** A call that was made and cannot be passed on yet. */
export interface HeldCall {
  readonly make: (client: Client, gate: Gate) => void
  readonly drop: (reason: DropReason) => void
}

/** Keeps calls in their order, each with the time at which it was made. */
export const createHeldCalls = () => {
  let held: (HeldCall & { readonly time: number })[] = []
  const take = () => {
    const taken = held
    held = []
    return taken
  }
  return {
    isEmpty: (): boolean => !held[0],

    hold(call: HeldCall, time: number): void {
      if (held.length < MAX_HELD) held.push({ ...call, time })
      else call.drop('evicted')
    },

    replay(client: Client, gate: Gate): void {
      for (const { make, time } of take()) {
        client.replayAt(time)
        make(client, gate)
      }
      client.replayAt()
    },

    drop(reason: DropReason): void {
      for (const { drop } of take()) drop(reason)
    },
  }
}

export type HeldCalls = ReturnType<typeof createHeldCalls>
