import type { Client, PageThen } from '../client.ts'
import type { Properties } from '../core/event.ts'
import { identifyArguments } from '../core/identify-call.ts'
import type { Traits } from '../core/identity.ts'
import { jsonOf } from '../core/json.ts'
import { createEmitter } from '../emitter.ts'
import type { LocalArea } from '../store/local-area.ts'
import { openYieldingDatabase } from '../store/yielding-database.ts'
import type { Receipt, Status, TrackerEvents, TrackOptions } from '../tracker.ts'
import type { Adoptions } from '../vendors/adoption.ts'
import { browserWorld } from '../world.ts'
import { createPageWatch } from './autocapture/page-watch.ts'
import { createHeldCalls, type HeldCall } from './consent/held-calls.ts'
import { createLives, type Life } from './consent/lives.ts'
import { droppedReceipt, gatedReceipt, heldReceipt } from './consent/receipts.ts'
import { createRejected } from './consent/rejected-letters.ts'
import type { EventDraft } from './event-draft.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullStatus, FullTracker } from './full-tracker.ts'
import { inertFullTracker } from './inert-full-tracker.ts'
import { isBot } from './is-bot.ts'
import { applied } from './middleware.ts'

export interface FullClient {
  readonly track: FullTracker
  /** Says when and on which page calls that were made before the script arrived were made; without, now and here. */
  readonly replayAt: (time?: number, page?: PageThen) => void
}

/** What the page may change later does not reach an event that is held. What is not serialisable is refused later. */
const frozen = <Value>(value: Value): Value => {
  try {
    return JSON.parse(jsonOf(value))
  } catch {
    return value
  }
}

/** A tracker in front of the bare one: it holds calls until that may start, and starts another after an erasure. */
export const createFullClient = (
  options: FullOptions,
  adoptions: Adoptions,
  world = browserWorld(),
): FullClient => {
  const config = fullConfigOf(options)
  if (config.bots === 'ignore' && isBot(navigator))
    return { track: inertFullTracker(), replayAt: () => undefined }
  const { on, emit } = createEmitter<TrackerEvents>()
  const held = createHeldCalls()
  let filtered = 0
  let refused = 0
  let replayTime: number | undefined

  const report = (reason: string, message: string) => {
    emit('error', { destination: '', reason, message })
    console.warn('sendoff:', message)
  }

  /** Of the life that lasts: `onBegin` may come before `lives` is there. */
  let area: LocalArea | undefined
  const watch = createPageWatch(config.watch, {
    now: world.now,
    newId: world.newId,
    signal: world.signal,
    namespace: config.bare.namespace ?? '',
    area: () => area,
    report: (problem) => report('redact', problem),
  })

  const lives = createLives(config, adoptions, world, openYieldingDatabase, {
    onBegin({ client, gate }) {
      for (const type of ['settled', 'flush', 'paused', 'refused', 'error'] as const)
        client.track.on(type, (detail) => gate.isOpen() && emit(type, detail))
      area = gate.world.area
      watch.onBegin()
      held.replay(client, gate)
    },
    onEnd() {
      area = undefined
      watch.onEnd()
      held.drop('consent')
    },
    onErased(events) {
      refused += events
    },
    isWanted: () => !held.isEmpty(),
  })

  /** The tracker that runs; one is started if that is allowed. */
  const present = (): Life | undefined => {
    try {
      lives.wake()
    } catch (error) {
      // Nothing is known to lead here; whatever it is, the page must not see it.
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

  /** One event, through the middleware and on its way. */
  const enqueue = (given: EventDraft, make: (client: Client, event: EventDraft) => Receipt): Receipt => {
    const event = applied(watch.withContext(given), config.before, (problem) => report('before', problem))
    if (!event) {
      filtered++
      return droppedReceipt(world.newId(), 'filtered')
    }
    const life = present()
    if (life) return gatedReceipt(life.gate, make(life.client, event))
    const id = world.newId()
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

  const track = ((name: string, properties: Properties, options?: TrackOptions) =>
    enqueue({ type: 'track', name, properties }, ({ track }, event) =>
      track(event.name, event.properties, options),
    )) as FullTracker

  track.identify = (first, second) => {
    const [userId, properties] = identifyArguments(first, second)
    return enqueue({ type: 'identify', name: 'identify', properties }, ({ track }, event) =>
      track.identify(userId as Traits, event.properties as Traits),
    )
  }

  track.page = (name, properties) => {
    try {
      return track('Viewed Page', { ...(name && { name }), ...properties })
    } catch {
      // The page's own getter has thrown: without a name it is refused, and reported, as every such event.
      return track('', {})
    }
  }

  track.reset = () => {
    const life = present()
    if (life) life.client.track.reset()
    else
      hold(
        ({ track }) => track.reset(),
        () => undefined,
      )
  }

  /** What the bare tracker says, and what it does not know of. */
  const statusFrom = async (ask: (client: Client) => Promise<Status>): Promise<FullStatus> => {
    const { client, gate } = lives.life() ?? {}
    const nothing: Status = { invalid: 0, queues: [] }
    const status = client && gate ? await gate.orClosed(ask(client), nothing) : nothing
    return { ...status, filtered, consent: refused }
  }
  track.status = () => statusFrom(({ track }) => track.status())
  track.flush = () => statusFrom(({ track }) => track.flush())

  track.on = on

  track.consent = (decision) => {
    if (decision === 'granted' || decision === 'denied') lives.decide(decision)
    else report('consent', `consent is ${decision}; expected granted or denied`)
  }

  track.erase = () => lives.erase()

  const tracker = Object.assign(track, { rejected: createRejected(lives.life, track.flush) })
  const stopWatching = watch.start(tracker, (properties, time) => track('Viewed Page', properties, { time }))
  world.signal?.addEventListener('abort', stopWatching)
  return {
    track: tracker,
    replayAt(time, page) {
      replayTime = time
      watch.at(page)
    },
  }
}
