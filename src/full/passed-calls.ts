import type { Client } from '../adopting-client.ts'
import { jsonOf } from '../core/json.ts'
import type { Receipt } from '../tracker.ts'
import type { PageWatch } from './autocapture/page-watch.ts'
import type { HeldCall, HeldCalls } from './consent/held-calls.ts'
import type { Life, Lives } from './consent/life.ts'
import { droppedReceipt, gatedReceipt, heldReceipt } from './consent/receipts.ts'
import type { EventDraft } from './event-draft.ts'
import type { FullConfig } from './full-options.ts'
import { applied } from './middleware.ts'

interface Dependencies {
  readonly before: FullConfig['before']
  readonly watch: PageWatch
  readonly lives: Lives
  readonly held: HeldCalls
  readonly newId: () => string
  readonly report: (reason: string, message: string) => void
}

/**
 * Copies an argument, so that later changes by the page do not reach a held event. An argument that cannot be
 * serialised is refused later.
 */
const frozen = <Value>(value: Value): Value => {
  try {
    return JSON.parse(jsonOf(value))
  } catch {
    return value
  }
}

/** Passes calls on to the running tracker, and holds them while none may run. */
export const createPassedCalls = ({ before, watch, lives, held, newId, report }: Dependencies) => {
  let filtered = 0
  let refused = 0
  let replayTime: number | undefined

  /** Returns the running tracker; it starts one if that is allowed. */
  const present = (): Life | undefined => {
    try {
      lives.wake()
    } catch (error) {
      // No cause is known for this; but the page must not see an error, whatever its cause.
      report('start', `${error}`)
    }
    const life = lives.life()
    life?.client.replayAt(replayTime)
    return life
  }

  const hold = (make: HeldCall['make'], drop: HeldCall['drop']): void => {
    if (lives.isDenied()) drop('consent')
    else held.hold({ make, drop }, replayTime ?? Date.now())
  }

  /** Makes the receipt of a held event: its id is known at once, its outcome when the visitor has decided. */
  const heldEvent = (event: EventDraft, make: (client: Client, event: EventDraft) => Receipt): Receipt => {
    const id = newId()
    const { receipt, give } = heldReceipt(id)
    const kept = { ...event, properties: frozen(event.properties) }
    hold(
      (client, gate) => {
        gate.promiseId(id)
        give(gatedReceipt(gate, make(client, kept)))
      },
      (reason) => {
        if (reason === 'consent') refused++
        give(droppedReceipt(id, reason))
      },
    )
    return receipt
  }

  return {
    /** Sends one event through the middleware and on to the tracker. */
    event(draft: EventDraft, make: (client: Client, event: EventDraft) => Receipt): Receipt {
      const event = applied(watch.withContext(draft), before, (problem) => report('before', problem))
      if (!event) {
        filtered++
        return droppedReceipt(newId(), 'filtered')
      }
      const life = present()
      return life ? gatedReceipt(life.gate, make(life.client, event)) : heldEvent(event, make)
    },

    reset(): void {
      const life = present()
      if (life) life.client.track.reset()
      else
        hold(
          ({ track }) => track.reset(),
          () => undefined,
        )
    },

    /** Returns the numbers of events that no tracker has got: dropped by `before`, or without the visitor's consent. */
    counts: () => ({ filtered, consent: refused }),

    /** Adds the number of events that were queued when the visitor refused. */
    countErased(events: number): void {
      refused += events
    },

    /** Sets the time of the calls that follow; without a time, calls count as made now. */
    replayAt(time?: number): void {
      replayTime = time
    },
  }
}
