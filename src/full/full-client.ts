import type { Client, PageThen } from '../adopting-client.ts'
import { createClient } from '../client.ts'
import type { Properties } from '../core/event.ts'
import { identifyArguments } from '../core/identify-call.ts'
import type { Traits } from '../core/identity.ts'
import { createEmitter } from '../emitter.ts'
import type { LocalArea } from '../store/local-area.ts'
import type { Status, TrackerEvents, TrackOptions } from '../tracker.ts'
import type { Adoptions } from '../vendors/adoption.ts'
import { browserWorld } from '../world.ts'
import { createPageWatch } from './autocapture/page-watch.ts'
import { createBegin } from './consent/begin-life.ts'
import { createHeldCalls } from './consent/held-calls.ts'
import { createLives } from './consent/lives.ts'
import { createRejected } from './consent/rejected-letters.ts'
import { type FullOptions, fullConfigOf } from './full-options.ts'
import type { FullStatus, FullTracker } from './full-tracker.ts'
import { inertFullTracker } from './inert-full-tracker.ts'
import { isBot } from './is-bot.ts'
import { createPassedCalls } from './passed-calls.ts'

export interface FullClient {
  readonly track: FullTracker
  /**
   * Sets the time and the page of the calls that follow, which were made before the script arrived; without a time,
   * calls count as made now, on the present page.
   */
  readonly replayAt: (time?: number, page?: PageThen) => void
}

/**
 * Makes a tracker in front of the bare one: it holds calls until the bare one may start, and starts another after an
 * erasure.
 */
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

  const report = (reason: string, message: string) => {
    emit('error', { destination: '', reason, message })
    console.warn('sendoff:', message)
  }

  /** The storage of the present life, in a variable because `onBegin` may come before `lives` is assigned. */
  let area: LocalArea | undefined
  const watch = createPageWatch(config.watch, {
    now: world.now,
    newId: world.newId,
    signal: world.signal,
    namespace: config.bare.namespace ?? '',
    area: () => area,
    report: (problem) => report('redact', problem),
  })

  const lives = createLives(config, adoptions, world, {
    begin: createBegin(config.bare, adoptions, createClient),
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
    onErased: (events) => calls.countErased(events),
    isWanted: () => !held.isEmpty(),
  })

  const calls = createPassedCalls({ before: config.before, watch, lives, held, newId: world.newId, report })

  const track = ((name: string, properties: Properties, options?: TrackOptions) =>
    calls.event({ type: 'track', name, properties }, ({ track }, event) =>
      track(event.name, event.properties, options),
    )) as FullTracker

  track.identify = (first, second) => {
    const [userId, properties] = identifyArguments(first, second)
    return calls.event({ type: 'identify', name: 'identify', properties }, ({ track }, event) =>
      track.identify(userId as Traits, event.properties as Traits),
    )
  }

  track.page = (name, properties) => {
    try {
      return track('Viewed Page', { ...(name && { name }), ...properties })
    } catch {
      // A getter of the page has thrown: without a name, the call is refused and reported as such calls are.
      return track('', {})
    }
  }

  track.reset = calls.reset

  /** Adds the full tracker's own counts to the bare tracker's status. */
  const statusFrom = async (ask: (client: Client) => Promise<Status>): Promise<FullStatus> => {
    const { client, gate } = lives.life() ?? {}
    const nothing: Status = { invalid: 0, queues: [] }
    const status = client && gate ? await gate.orClosed(ask(client), nothing) : nothing
    return { ...status, ...calls.counts() }
  }
  track.status = () => statusFrom(({ track }) => track.status())
  track.flush = () => statusFrom(({ track }) => track.flush())

  track.on = on

  track.consent = (decision) => {
    if (decision === 'granted' || decision === 'denied') lives.decide(decision)
    else report('consent', `consent is ${decision}; expected granted or denied; nothing changes`)
  }

  track.erase = () => lives.erase()

  const tracker = Object.assign(track, { rejected: createRejected(lives.life, track.flush) })
  const stopWatching = watch.start(tracker, (properties, time) => track('Viewed Page', properties, { time }))
  world.signal?.addEventListener('abort', stopWatching)
  return {
    track: tracker,
    replayAt(time, page) {
      calls.replayAt(time)
      watch.at(page)
    },
  }
}
