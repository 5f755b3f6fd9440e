import { onLifecycle } from './browser/lifecycle.ts'
import { uuidV4 } from './browser/random.ts'
import { configOf, type TrackerOptions } from './config.ts'
import type { FrozenEvent, TrackedEvent } from './core/event.ts'
import { freeze } from './core/freeze.ts'
import { identified, type Traits } from './core/identity.ts'
import type { DropReason } from './core/outcome.ts'
import { createLane } from './delivery/lane.ts'
import { createEmitter } from './emitter.ts'
import { createReceipts, type Receipt } from './receipts.ts'
import { createReport } from './report.ts'
import { loadIdentity, saveIdentity } from './storage/identity.ts'
import type { Tracker, TrackerEvents, TrackOptions } from './tracker.ts'
import { browserWorld } from './world.ts'

const DAY_MS = 86_400_000

export interface Client {
  readonly track: Tracker
  /** The time of calls that were made before the script arrived; none: now. */
  readonly replayAt: (time?: number) => void
}

/** The composition root: puts the parts together. */
export const createClient = (options: TrackerOptions): Client => {
  const { destinations, maxAgeDays, maxEvents, unanswered } = configOf(options)
  const { on, emit } = createEmitter<TrackerEvents>()
  const dropped: Partial<Record<DropReason, number>> = {}
  const receipts = createReceipts(destinations.length)
  const report = createReport(emit, receipts)
  const world = browserWorld(report.memory)
  const maxBytes = Math.min(...destinations.map(({ limits }) => limits.bytes)) - ENVELOPE_BYTES
  let identity = loadIdentity(world.area, uuidV4)
  let identityJson = JSON.stringify(identity)
  let replayTime: number | undefined
  let leaving = false
  let pending: FrozenEvent[] = []
  let stored: Promise<unknown> = Promise.resolve()

  const lanes = destinations.map((destination) =>
    createLane({
      world,
      destination,
      unanswered,
      maxEvents,
      tab: world.newId(),
      maxAgeMs: maxAgeDays * DAY_MS,
      onMemory: report.memory,
      ...report.lane(destination.name),
    }),
  )
  const leave = () => {
    for (const lane of lanes) lane.leave(leaving ? 'pagehide' : 'hidden')
  }

  const persist = () => {
    const events = pending
    pending = []
    const written = Promise.all(lanes.map((lane) => lane.add(events, leaving)))
    // Tracked after the page's last own moment: there is no later one.
    if (leaving) leave()
    return written
  }

  const enqueue = (type: TrackedEvent['type'], name: unknown, properties: unknown, given?: TrackOptions): Receipt => {
    const id = world.newId()
    try {
      const time = Number(given?.time ?? replayTime ?? world.now())
      if (!Number.isFinite(new Date(time).getTime())) throw new TypeError('the time of an event must be ...')
      const event = freeze(name, properties, given?.id, { id, type, time, identity: identityJson })
      const { json } = event
      if (json.length * 3 > maxBytes && new Blob([json]).size > maxBytes) { refuse('too-large', ...) }
      if (pending.push(event) === 1) stored = Promise.resolve().then(persist)
    } catch (error) { ... }
    return receipt
  }
