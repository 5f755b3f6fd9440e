import { onLifecycle } from './browser/lifecycle.ts'
import { configOf, type TrackerOptions } from './config.ts'
import { type FrozenEvent, type Identity, LAST_DATE, type TrackedEvent } from './core/event.ts'
import { identified, type Traits } from './core/identity.ts'
import { jsonOf, parsed } from './core/json.ts'
import type { Outcome } from './core/outcome.ts'
import { createLane } from './delivery/lane.ts'
import type { FlushReason, Tell } from './delivery/lane-events.ts'
import { createEmitter } from './emitter.ts'
import type { Receipt, Tracker, TrackerEvents, TrackOptions } from './tracker.ts'
import { browserWorld } from './world.ts'

/** Where localStorage keeps who this visitor is. */
export const IDENTITY = 'sendoff-identity'
/** Of an event's properties, as JSON: with it, a chunk never exceeds what a request may carry. */
const MAX_CHARS = 64_000
const OUTCOMES_KEPT = 1_000
const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time'

export interface Client {
  readonly track: Tracker
  /** Says when calls that were made before the script arrived were made; without a time, calls are made now. */
  readonly replayAt: (time?: number) => void
}

/** The composition root: puts the parts together. */
export const createClient = (options: TrackerOptions, world = browserWorld()): Client => {
  const config = configOf(options)
  const { on, emit } = createEmitter<TrackerEvents>()
  /** Some of the last outcomes, for receipts that are asked late. */
  const outcomes = new Map<string, Outcome>()
  /** Receipts that were asked early. */
  const asking = new Map<string, (outcome: Outcome) => void>()
  const { newId, area } = world
  let invalid = 0
  let identity: Identity = { anonymousId: newId(), ...parsed(area.get(IDENTITY)) }
  let identityJson = ''
  let replayTime: number | undefined
  let leaving = false
  let pending: FrozenEvent[] = []
  let stored: Promise<void> = Promise.resolve()

  const tellOf =
    (destination: string): Tell =>
    (type, detail) => {
      emit(type, { destination, ...detail })
      if ('message' in detail && detail.message) console.warn('sendoff:', detail.message)
    }
  const tellInvalid = (message: string) => tellOf('')('error', { reason: 'invalid', message })

  const keep = (next: Identity) => {
    identity = next
    identityJson = jsonOf(next)
    area.set(IDENTITY, identityJson)
  }
  keep(identity)

  const lanes = config.destinations.map((destination) =>
    createLane(world, destination, config, tellOf(destination.name)),
  )

  on('settled', ({ event, outcome }) => remember(event.id, outcome))

  const flushAll = (reason: FlushReason) => Promise.all(lanes.map(({ flushNow }) => flushNow(reason)))

  const persist = async () => {
    const events = pending
    pending = []
    await Promise.all(lanes.map(({ add }) => add(events, leaving)))
  }

  const remember = (id: string, outcome: Outcome) => {
    // First: a receipt that is asked right now must find its own.
    if (outcomes.size >= OUTCOMES_KEPT) outcomes.clear()
    outcomes.set(id, outcome)
    asking.get(id)?.(outcome)
    asking.delete(id)
  }

  const enqueue = (
    type: TrackedEvent['type'],
    name: unknown,
    properties: unknown,
    given?: TrackOptions,
  ): Receipt => {
    // Read once: what was tracked at one instant has one time, and its ids tell the order.
    const now = Date.now()
    const id = newId(now)
    try {
      const time = Number(given?.time ?? replayTime ?? now)
      const uniqueId = given?.id ? `${given.id}` : undefined
      // One pass: what the page changes later does not reach it.
      const json = jsonOf({
        id,
        type,
        name,
        time,
        uniqueId,
        properties: properties ?? {},
        identity,
      })
      // Whatever a `toJSON` has made of them.
      const isSound =
        name && typeof name === 'string' && json.includes('"properties":{') && json.length <= MAX_CHARS
      if (!isSound || !(Math.abs(time) <= LAST_DATE)) throw EXPECTED
      const event = { id, json, group: type === 'track' && !uniqueId ? identityJson : id }
      if (pending.push(event) < 2) stored = Promise.resolve().then(persist)
    } catch {
      // The page's own getter, a cycle, a BigInt: whatever it was, only this event is lost.
      invalid++
      remember(id, { type: 'dropped', reason: 'invalid' })
      tellInvalid(EXPECTED)
    }
    let settled: Promise<Outcome> | undefined
    return {
      id,
      stored,
      get settled() {
        settled ??= new Promise((resolve) => {
          const known = outcomes.get(id)
          if (known) resolve(known)
          else asking.set(id, resolve)
        })
        return settled
      },
    }
  }

  const track = ((name, properties, given) => enqueue('track', name, properties, given)) as Tracker

  track.identify = (userId, traits) => {
    try {
      const { email, phone, ...others } = { ...traits }
      keep(identified(identity, userId, { email, phone } as Traits, tellInvalid))
      return enqueue('identify', 'identify', others)
    } catch (error) {
      return enqueue('identify', '', error)
    }
  }

  track.reset = () => keep({ anonymousId: newId() })

  track.status = async () => {
    await stored
    return { invalid, queues: await Promise.all(lanes.map(({ status }) => status())) }
  }

  track.flush = async () => {
    await stored
    await flushAll('manual')
    return track.status()
  }

  track.on = on

  onLifecycle(
    (is) => {
      leaving = is
    },
    () => {
      for (const { leave } of lanes) leave(leaving ? 'pagehide' : 'hidden')
    },
    flushAll,
    world.signal,
  )
  flushAll('start')

  return {
    track,
    replayAt(time) {
      replayTime = time
    },
  }
}
