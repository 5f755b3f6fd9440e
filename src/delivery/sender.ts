import type { Destination } from '../core/destination.ts'
import type { FrozenEvent } from '../core/event.ts'
import { newOf } from '../core/record-key.ts'
import { HAND_OFF_MS, LEASE_MS } from '../queue/attempt.ts'
import { bytesOf } from '../queue/batch.ts'
import { type Chunk, cutIntoChunks } from '../queue/chunk.ts'
import { forgetStored } from '../queue/last-moment/unsent.ts'
import { createQueue, type Queue } from '../queue/queue.ts'
import type { QueueOptions } from '../queue/queue-options.ts'
import { createDelegation } from './delegation.ts'
import { encodingSafely } from './encode-safely.ts'
import { createRequests } from './requests.ts'
import { createRounds } from './rounds.ts'
import { createSchedule, INTERVAL_MS } from './schedule.ts'
import type { FlushReason, Tell } from './sender-events.ts'
import { createTelling } from './telling.ts'
import type { World } from './world.ts'

export interface SenderOptions extends QueueOptions {
  /** Of the script of the service worker that is to deliver, if one is. */
  readonly worker?: string
}

/** From the first event of a quiet page to the word to the service worker, which waits itself. */
const TELL_MS = 100

/** A page's keepalive requests share 64 KiB (Fetch, section 4.7): room for small ones, and for what formats add. */
export const HAND_OFF_BYTES = 45_000

/** A page that is left with memory alone may have written the answer down where no worker can read. */
const createSettle =
  ({ settle, isMemory }: Queue, tellWorker: () => void): Queue['settle'] =>
  async (answer) => {
    const outcomes = await settle(answer)
    if (isMemory()) tellWorker()
    return outcomes
  }

/** One destination with its own queue, pace and failures: nothing that happens here delays another. */
export const createSender = (world: World, given: Destination, options: SenderOptions, tell: Tell) => {
  const destination = encodingSafely(given)
  const { now, isOnline } = world
  const { name, account, limits } = destination
  const queue = createQueue(world, destination, options, (reason, events) =>
    tell('error', {
      reason,
      message: `${name}: ${events ? `${events} events ${reason}` : 'no storage, events wait in memory'}`,
    }),
  )
  const settle = createSettle(queue, () => worker.leave('interval'))
  const { deliver, inFlight } = createRequests(world, destination, settle, createTelling(name, tell))
  const rounds = createRounds(world, world.lockFor(`sendoff/${options.queue}`), queue.begin, (attempt, ms) =>
    deliver(attempt, ms, false),
  )
  /** What this tab has tracked and may still have to hand off, oldest first: that must not wait for any storage. */
  const unsent = new Set<Chunk>()
  let room = HAND_OFF_BYTES
  /** Why the last request failed, if nothing has succeeded since. */
  let failing: string | undefined

  const flush = async (reason: FlushReason): Promise<void> => {
    forgetStored(unsent, HAND_OFF_BYTES, now())
    tell('flush', { reason })
    if (await worker.flush(reason)) return
    // Nothing is known to throw here; whatever it is, the next flush must come.
    let ms = LEASE_MS
    try {
      const wait = await rounds(reason)
      ms = wait.ms
      failing = wait.failing
    } catch (error) {
      tell('error', { reason: 'storage', message: `${name}: ${error}` })
    }
    schedule.flushAgainIn(ms)
    world.onRest?.(ms, failing)
  }
  const schedule = createSchedule(world, limits.events, flush)

  const look = (ms: number, why: string | undefined): void => {
    failing = why
    schedule.lookIn(ms)
  }
  const worker = createDelegation(
    options.worker && given.options
      ? world.linkToWorker?.(
          options.worker,
          [options.queue, name, given.options, options],
          [unsent, tell, look, world.signal],
        )
      : undefined,
    queue.isMemory,
  )

  const leave = async (reason: 'hidden' | 'pagehide'): Promise<void> => {
    const mayLeave = isOnline() && (!failing || failing === 'offline')
    const handedOff = queue.handOff(unsent, mayLeave ? room / (limits.swell ?? 1) : 0)
    // With the note, so that it leaves alone what is handed off.
    worker.leave(reason)
    if (!handedOff) return
    tell('flush', { reason })
    const bytes = bytesOf(handedOff.body)
    room -= bytes
    await deliver(handedOff, HAND_OFF_MS, true)
    room += bytes
  }

  return {
    flushNow: schedule.flushNow,
    leave,
    status: async () => ({
      destination: name,
      account,
      inFlight: inFlight(),
      worker: worker.state(),
      ...(await queue.census()),
    }),

    /** Takes the events of one task; resolves when they are durable. */
    async add(events: readonly FrozenEvent[], leaving: boolean): Promise<void> {
      const added = cutIntoChunks(newOf(options.queue), events, limits.events)
      for (const chunk of added) {
        chunk.held = destination.heldKeyOf?.(chunk)
        unsent.add(chunk)
      }
      const stored = queue.push(added)
      // There may be no later moment.
      if (leaving) leave('pagehide')
      await stored
      forgetStored(unsent, HAND_OFF_BYTES, now())
      // Only now: a flush before that finds nothing.
      schedule.added(events.length, worker.state() === 'active' ? TELL_MS : INTERVAL_MS)
    },
  }
}

export type Sender = ReturnType<typeof createSender>
