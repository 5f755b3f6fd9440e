import { onLifecycle } from './browser/lifecycle.ts'
import { configOf, queuesOf, type TrackerOptions } from './config.ts'
import type { Destination } from './core/destination.ts'
import { type FrozenEvent, type Identity, LAST_DATE, type TrackedEvent } from './core/event.ts'
import { identifyCall } from './core/identify-call.ts'
import { identified } from './core/identity.ts'
import { jsonOf } from './core/json.ts'
import { own } from './core/options.ts'
import { idOf } from './core/placeholder.ts'
import { createLane } from './delivery/lane.ts'
import type { FlushReason, Tell } from './delivery/lane-events.ts'
import { createEmitter } from './emitter.ts'
import { createPerson, type Person, placeOf, sharedPlaceOf } from './person.ts'
import { createReceipts } from './receipts.ts'
import type { Receipt, Tracker, TrackerEvents, TrackOptions } from './tracker.ts'
import { browserWorld } from './world.ts'

/** Of an event's properties, as JSON: with it, a chunk never exceeds what a request may carry. */
const MAX_CHARS = 64_000
const EXPECTED = 'event dropped: expected a name, JSON properties (64,000 characters at most), a valid time'

/** What a page was when a call was made on it. */
export interface PageThen {
  readonly url: string
  readonly title: string
  readonly referrer: string
}

export interface Client {
  readonly track: Tracker
  /**
   * Says when calls that were made before the script arrived were made, and what the page was then; without a time,
   * calls are made now. The bare tracker tells nothing of pages.
   */
  readonly replayAt: (time?: number, page?: PageThen) => void
}

/** What a tracker in front of it can do beside. */
export interface AdoptingClient extends Client {
  /** Who the visitor is. */
  readonly identity: () => Identity
  /** Takes over what a vendor says of the visitor; what is tracked already keeps its identity. */
  readonly adopt: (said: Partial<Identity>) => void
}

/** The composition root: puts the parts together. */
export const createClient = (options: TrackerOptions, world = browserWorld()): AdoptingClient => {
  const config = configOf(options)
  const { on, emit } = createEmitter<TrackerEvents>()
  const { remember, receiptOf } = createReceipts()
  const { newId, area } = world
  let invalid = 0
  let replayTime: number | undefined
  let leaving = false
  let isPersisting = false
  let stored: Promise<void> = Promise.resolve()

  const tellOf =
    ({ name, account }: Partial<Destination>): Tell =>
    (type, detail) => {
      emit(type, { destination: name ?? '', account: account ?? '', ...detail })
      if ('message' in detail && detail.message) console.warn('sendoff:', detail.message)
    }
  const tellInvalid = (message: string) => tellOf({})('error', { reason: 'invalid', message })

  const shared = sharedPlaceOf(config.namespace)
  const firstId = newId()
  const queues = queuesOf(config)
  /** Each destination, with the person that its account knows and the events that it is about to get. */
  const recipients = config.destinations.map((destination, index) => {
    const queue = queues[index] as string
    const person = createPerson(area, placeOf(queue), shared, () => firstId)
    const tell = tellOf(destination)
    const onTold: Tell = (type, detail) => {
      if ('identifier' in detail) person.forget(detail.identifier, detail.value)
      tell(type, detail)
    }
    const lane = createLane(world, destination, queue, config, onTold, config.worker)
    return { person, lane, pending: [] as FrozenEvent[] }
  })
  const lanes = recipients.map(({ lane }) => lane)
  const people: readonly Person[] = recipients.map(({ person }) => person)

  on('settled', ({ event, outcome }) => remember(event.id, outcome))

  const flushAll = (reason: FlushReason) => Promise.all(lanes.map(({ flushNow }) => flushNow(reason)))

  const persist = async () => {
    isPersisting = false
    await Promise.all(recipients.map(({ lane, pending }) => lane.add(pending.splice(0), leaving)))
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
      const said = own(given as TrackOptions)
      const time = Number(said.time ?? replayTime ?? now)
      const uniqueId = idOf(said.id) || undefined
      // One pass: what the page changes later does not reach it. Each account gets it with the person that it knows.
      const json = jsonOf({ properties: properties ?? {}, id, type, name, time, uniqueId })
      // Whatever a `toJSON` has made of them; they come first, so that a list of such objects is none.
      const isSound =
        name && typeof name === 'string' && json.startsWith('{"properties":{') && json.length <= MAX_CHARS
      if (!isSound || !(Math.abs(time) <= LAST_DATE)) throw EXPECTED
      for (const { person, pending } of recipients) {
        const whole = `${json.slice(0, -1)},"identity":${person.json()}}`
        pending.push({ id, json: whole, group: type === 'track' && !uniqueId ? person.json() : id })
      }
      if (!isPersisting) stored = Promise.resolve().then(persist)
      isPersisting = true
    } catch {
      // The page's own getter, a cycle, a BigInt: whatever it was, only this event is lost.
      invalid++
      remember(id, { type: 'dropped', reason: 'invalid' })
      tellInvalid(EXPECTED)
    }
    return receiptOf(id, stored)
  }

  const track = ((name, properties, given) => enqueue('track', name, properties, given)) as Tracker

  track.identify = (userId, traits) => {
    try {
      const call = identifyCall(userId, traits)
      call.told.forEach(tellInvalid)
      // To all accounts the same: one who was somebody else begins anew.
      const nextId = newId()
      for (const { keep, read } of people) keep(identified(read(), call.said, () => nextId))
      return enqueue('identify', 'identify', call.traits)
    } catch (error) {
      return enqueue('identify', '', error)
    }
  }

  track.reset = () => {
    const anonymousId = newId()
    for (const { keep } of people) keep({ anonymousId })
  }

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
    {
      setLeaving(is) {
        leaving = is
      },
      onHidden() {
        for (const { leave } of lanes) leave(leaving ? 'pagehide' : 'hidden')
      },
      onAwake: flushAll,
      onStorage(its) {
        for (const { place, read } of people) if (its === null || its === place) read()
      },
    },
    world.signal,
  )
  flushAll('start')

  return {
    track,
    replayAt(time) {
      replayTime = time
    },
    identity: () => (people[0] as Person).read(),
    adopt(said) {
      for (const { keep, read } of people) keep({ ...read(), ...said })
    },
  }
}
