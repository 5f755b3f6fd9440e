import type { Delegate } from './delegate.ts'
import type { FlushReason } from './lane-events.ts'

/** What a lane leaves to its service worker: all, from when it is there until it does not answer. */
export const createDelegation = (link: Promise<Delegate> | undefined) => {
  let delegate: Delegate | undefined
  let state: 'none' | 'active' | 'refused' = 'none'

  const refuse = (): void => {
    delegate = undefined
    state = 'refused'
  }
  link?.then((linked) => {
    delegate = linked
    state = 'active'
  }, refuse)

  return {
    state: () => state,
    /** Whether the worker does it. */
    async flush(reason: FlushReason): Promise<boolean> {
      if (!delegate) return false
      const hasHeard = await delegate[0](reason)
      if (!hasHeard) refuse()
      return hasHeard
    },
    leave: (reason: FlushReason): void => delegate?.[1](reason),
  }
}
