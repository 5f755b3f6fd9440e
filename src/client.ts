import { onLifecycle } from './browser/lifecycle.ts'
import { configOf, type TrackerOptions } from './config.ts'
import type { FrozenEvent, TrackedEvent } from './core/event.ts'
import { freeze } from './core/freeze.ts'
import { identified } from './core/identity.ts'
import { createLane, type FlushReason } from './delivery/lane.ts'
import { createEmitter } from './emitter.ts'
import { createReceipts, type Receipt } from './receipts.ts'
import { loadIdentity, saveIdentity } from './storage/identity.ts'
import type { Status, Tracker, TrackerEvents, TrackOptions } from './tracker.ts'
import { browserWorld } from './world.ts'

const DAY_MS = 86_400_000
/** What a vendor's envelope adds to an event, generously. */
const ENVELOPE_BYTES = 8_192

export interface Client {
  readonly track: Tracker
  /** Says when calls that were made before the script arrived were made; without a time, calls are made now. */
  readonly replayAt: (time?: number) => void
}

/** The composition root: puts the parts together. */
export const createClient = (options: TrackerOptions): Client => {
  const { destinations, maxAgeDays, maxEvents } = configOf(options)
  const { on, emit } = createEmitter<TrackerEvents>()
  const receipts = createReceipts()
  let storage: Status['storage'] = 'indexeddb'
  let refused = 0
  let replayTime: number | undefined
  let leaving = false
  let pending: FrozenEvent[] = []
  let stored: Promise<void> = Promise.resolve()

  const problem = (reason: string, message: string) => {
    if (!emit('error', { reason, message })) console.warn(`sendoff: ${message}`)
  }
  const onMemory = () => {
    storage = 'memory'
    problem('storage', 'IndexedDB is refused; events live as long as this page')
  }
  const world = browserWorld(onMemory)
  let identity = loadIdentity(world.area, world.newId)
  let identityJson = JSON.stringify(identity)
  const maxBytes = Math.min(...destinations.map(({ limits }) => limits.bytes)) - ENVELOPE_BYTES

  const lanes = destinations.map((destination) => {
    const { name } = destination
    let paused = false
    return createLane({
      world,
      destination,
      tab: world.newId(),
      maxAgeMs: maxAgeDays * DAY_MS,
      maxEvents,
      onMemory,
      onFlush: (reason) => emit('flush', { reason, destination: name }),
      onError: (error) => problem('storage', `the queue failed and is tried again: ${error}`),
      onOutcome({ id, uniqueId, name: event }, outcome) {
        if (outcome.type === 'retry') {
          const { reason, detail = '' } = outcome
          if (reason !== 'paused' || paused) return
          paused = true
          emit('paused', { destination: name, detail })
          problem('paused', `${name} refuses the key and is paused: ${detail}`)
          return
        }
        paused = false
        receipts.settle(id, outcome)
        emit('settled', { id: uniqueId ?? id, name: event, destination: name, outcome })
        if (outcome.type === 'dropped')
          problem(
            outcome.reason,
            `${name} will not get "${event}": ${outcome.reason} ${outcome.detail ?? ''}`,
          )
      },
    })
  })

  const flushAll = (reason: FlushReason) => Promise.all(lanes.map((lane) => lane.flushNow(reason)))

  const persist = async () => {
    const events = pending
    pending = []
    await Promise.all(lanes.map((lane) => lane.add(events, leaving)))
  }

  const refuse = (id: string, reason: 'invalid' | 'too-large', detail: string) => {
    refused++
    receipts.settle(id, { type: 'dropped', reason, detail })
    problem(reason, `an event was dropped: ${detail}`)
  }

  const enqueue = (
    type: TrackedEvent['type'],
    name: unknown,
    properties?: unknown,
    given?: TrackOptions,
  ): Receipt => {
    const id = world.newId()
    try {
      const time = Number(given?.time ?? replayTime ?? world.now())
      const event = freeze(name, properties, time, given?.id, { id, type, identity: identityJson })
      const { length } = event.json
      if (length * 3 > maxBytes && new Blob([event.json]).size > maxBytes)
        refuse(id, 'too-large', `"${name}" has ${length} characters`)
      else if (pending.push(event) === 1) stored = Promise.resolve().then(persist)
    } catch (error) {
      refuse(id, 'invalid', messageOf(error))
    }
    return receipts.make(id, stored)
  }

  const track = ((name, properties, given) => enqueue('track', name, properties, given)) as Tracker

  track.identify = (userId, traits) => {
    try {
      const { email, phone, ...others } = { ...traits }
      identity = identified(identity, { userId, email, phone }, (message) => problem('invalid', message))
      identityJson = JSON.stringify(saveIdentity(world.area, identity))
      return enqueue('identify', 'identify', others)
    } catch (error) {
      return enqueue('identify', '', error)
    }
  }

  track.status = async () => {
    await stored
    const censuses = await Promise.all(lanes.map(async ({ name, census }) => [name, await census()] as const))
    return { storage, refused, destinations: Object.fromEntries(censuses) }
  }

  track.flush = async () => {
    await stored
    await flushAll('manual')
    return track.status()
  }

  track.on = on

  onLifecycle({
    leaving() {
      leaving = true
    },
    hidden() {
      for (const lane of lanes) lane.leave(leaving ? 'pagehide' : 'hidden')
    },
    restored() {
      leaving = false
      flushAll('start')
    },
    online: () => flushAll('online'),
  })
  flushAll('start')

  return {
    track,
    replayAt(time) {
      replayTime = time
    },
  }
}

const messageOf = (thrown: unknown): string => {
  try {
    return `${(thrown as Error).message}`
  } catch {
    return 'an argument throws when it is read'
  }
}
