import { createCaller } from '../caller.ts'
import type { Turn } from './work-queue.ts'
import type { WorkerOptions } from './worker-options.ts'
import { createWorkerTurn } from './worker-turn.ts'

/** Number of people whose events one worker delivers at the same time; the vendor's pace is kept all the same. */
const CONCURRENCY = 16
const IDLE_MS = 100
const LOOK_MS = 1_000
const DOWN_MS = 500

export interface Worker {
  /** Takes no more turns, and resolves when those that were taken are over. */
  stop(): Promise<void>
}

/** Delivers what waits for one vendor, until it is stopped. Any number of workers share the turns and the pace. */
export const startWorker = (options: WorkerOptions): Worker => {
  const { vendor, queue, leaseMs, world, report, observe } = options
  const { name } = vendor
  const running = new Map<string, Promise<void>>()
  let isStopping = false
  /** After Redis was away all workers seem dead, so they get time to say that they are alive. */
  let takeOverFromMs = 0
  let lookAtMs = 0

  const deliverTurn = createWorkerTurn({
    ...options,
    callBefore: createCaller(vendor, world, observe, queue.pace(name, vendor.rate)),
    isStopping: () => isStopping,
  })

  const begin = (turn: Turn): void => {
    if (running.has(turn.id)) return
    const over = deliverTurn(turn)
      .catch(() => report(`${name}: a turn could not be finished`))
      .finally(() => running.delete(turn.id))
    running.set(turn.id, over)
  }

  const look = async (): Promise<void> => {
    if (world.now() < lookAtMs) return
    lookAtMs = world.now() + LOOK_MS
    await queue.wake(name)
    if (world.now() < takeOverFromMs) return
    for (const turn of await queue.takeOver(name, CONCURRENCY)) begin(turn)
  }

  const round = async (): Promise<void> => {
    await look()
    const free = CONCURRENCY - running.size
    const turns = free > 0 ? await queue.take(name, free) : []
    for (const turn of turns) begin(turn)
    if (turns.length === 0) await Promise.race([world.sleep(IDLE_MS), ...(free > 0 ? [] : running.values())])
  }

  const run = async (): Promise<void> => {
    let isOpen = false
    while (!isStopping)
      try {
        if (!isOpen) await queue.open(name)
        isOpen = true
        await round()
      } catch {
        // Redis is gone, loads its data, or was emptied: the group has to be made again.
        report(`${name}: the queue does not answer; its events wait`)
        isOpen = false
        takeOverFromMs = world.now() + leaseMs
        await world.sleep(DOWN_MS)
      }
  }

  const ended = run()
  return {
    async stop() {
      isStopping = true
      await ended
      await Promise.all(running.values())
      await queue.leave(name).catch(() => report(`${name}: the queue does not answer; its events wait`))
    },
  }
}
