import type { Registered } from '../../src/worker/register-worker.ts'
import type { LastingEvent, WorkerScope } from '../../src/worker/worker-scope.ts'
import type { Report } from './ledger.ts'
import type { Random } from './random.ts'
import type { Life, Scheduler } from './scheduler.ts'
import type { WorkerSetting } from './story.ts'
import type { Tally } from './tally.ts'
import type { Trace } from './trace.ts'

/** A worker with nothing to do is stopped. */
const IDLE_MS = 30_000
/** From the registration until it is active. */
const INSTALL_MS = 3_000
const START_MS = 600
/** Background Sync, measured in Chromium: from the request, and from each failure, to the next attempt. */
const SYNC_MS = [1_000, 300_000, 900_000]
/** Offline, it is not called. */
const OFFLINE_MS = 10_000

type Listener = (event: unknown) => void

/** A worker that runs. */
interface Instance {
  readonly life: Life
  readonly listeners: Map<string, Listener>
  pending: number
  events: number
}

/** What the browser knows of one queue's worker: it outlives pages, workers and the browser's own death. */
interface Registration {
  readonly queue: string
  isActive: boolean
  running: Instance | undefined
  /** How often the sync has failed, if one is registered. */
  failures: number | undefined
  /** It was asked for once more while it was under way. */
  isAskedAgain: boolean
  syncAt: number
}

interface Page {
  readonly life: Life
  readonly hear: (data: unknown) => void
  heardAt: number
}

export interface ServiceWorkersOptions {
  readonly setting: WorkerSetting
  readonly scheduler: Scheduler
  readonly random: Random
  readonly isOnline: () => boolean
  /** Runs the code of the worker. */
  readonly run: (scope: WorkerScope, life: Life, queue: string) => void
  readonly onDeath: (life: Life) => void
  /** Told of what a page says to the worker. */
  readonly onPost: (message: unknown) => void
  readonly tally: Tally
  readonly report: Report
  readonly trace: Trace
}

/** Structured cloning, as far as our messages need it. */
const cloned = (message: unknown): unknown => JSON.parse(JSON.stringify(message))

/**
 * The browser's part of service workers: it starts one for each event, stops it when it likes, and lets it live on for a
 * while when its pages are gone.
 */
export const createServiceWorkers = (options: ServiceWorkersOptions) => {
  const { setting, scheduler, random, isOnline, run, onDeath, onPost, tally, report, trace } = options
  const registrations = new Map<string, Registration>()
  /** The tabs that are open, save those in the cache of pages that were left, and how each hears. */
  const clients = new Map<Life, Page | undefined>()
  const cached = new Map<Life, Page | undefined>()
  /** They leave for another site: what they say while they do is not delivered (measured in Chromium). */
  const mute = new Set<Life>()
  /** When each has last been closed, or put into that cache. */
  const departedAt = new Map<Life, number>()
  /** They have found that no page is open, and so that everything may be taken. */
  const alone = new WeakSet<Life>()
  let started = 0
  let departures = 0
  let saidAt = 0
  /** Of browsers: each dies with the words that are on their way. */
  let browser = 0

  const kill = (registration: Registration, why: string): void => {
    const instance = registration.running
    if (!instance) return
    trace(() => `${instance.life.name}: ends, ${why}`)
    tally.count(`workers that end, ${why}`)
    registration.running = undefined
    instance.life.alive = false
    onDeath(instance.life)
  }
  const killAll = (why: string): void => {
    for (const registration of registrations.values()) kill(registration, why)
  }

  const openPages = (): readonly { postMessage(message: unknown): void }[] =>
    [...clients].map(([life, page]) => ({
      postMessage(message) {
        const data = cloned(message)
        if (!page) return
        // In the order in which they were said.
        page.heardAt = Math.max(page.heardAt, scheduler.time() + random.spread(20))
        scheduler.in(page.heardAt - scheduler.time(), () => page.hear(data), life)
      },
    }))

  const scopeOf = (registration: Registration, { life, listeners }: Instance): WorkerScope => ({
    clients: {
      matchAll: () =>
        new Promise((resolve) => {
          const look = () => {
            const pages = openPages()
            if (!pages.length) alone.add(life)
            resolve(pages)
          }
          scheduler.in(random.spread(5), look, life)
        }),
    },
    registration: setting.hasSync ? { sync: { register: async () => requestSync(registration) } } : {},
    addEventListener: (type: string, listener: unknown) => {
      listeners.set(type, listener as Listener)
    },
  })

  const start = (registration: Registration): Instance => {
    const name = `worker ${++started}`
    const life: Life = { name, alive: true, frozen: false, held: [] }
    const instance: Instance = { life, listeners: new Map(), pending: 0, events: 0 }
    registration.running = instance
    tally.count('workers started')
    run(scopeOf(registration, instance), life, registration.queue)
    return instance
  }

  /** Starts the worker, if it does not run. `onEnd` is told whether what the event asked for was done. */
  const dispatch = (
    registration: Registration,
    type: string,
    parts: object,
    onEnd: (isDone: boolean) => void = () => undefined,
  ): void => {
    const wasRunning = !!registration.running
    const instance = registration.running ?? start(registration)
    const { life, listeners } = instance
    let hasEnded = false
    const end = (isDone: boolean): void => {
      if (hasEnded) return
      hasEnded = true
      onEnd(isDone)
    }
    // What a worker that dies has not done was not done.
    const limitMs = Math.max(setting.lifeMs, IDLE_MS)
    scheduler.in(limitMs, () => {
      if (!hasEnded && instance.pending) kill(registration, 'too slow')
      end(false)
    })
    const event: Partial<LastingEvent> = {
      ...parts,
      waitUntil(work) {
        instance.pending++
        const done = (isDone: boolean) => {
          if (!life.alive) return
          instance.pending--
          end(isDone)
        }
        work.then(
          () => done(true),
          () => done(false),
        )
      },
    }
    const go = () => {
      const mine = ++instance.events
      trace(() => `${life.name}: ${type}`)
      listeners.get(type)?.(event)
      const stopIdle = () => {
        if (mine !== instance.events) return
        if (instance.pending) scheduler.in(IDLE_MS, stopIdle, life)
        else kill(registration, 'idle')
      }
      scheduler.in(IDLE_MS, stopIdle, life)
    }
    scheduler.in(wasRunning ? 0 : random.spread(START_MS), go, life)
  }

  const sync = (registration: Registration): void => {
    const { queue, failures } = registration
    if (failures === undefined || registration.syncAt > scheduler.time()) return
    if (!isOnline()) {
      syncIn(registration, OFFLINE_MS)
      return
    }
    tally.count('syncs')
    registration.syncAt = Infinity
    const calledAt = scheduler.time()
    const watching = [...clients.keys()]
    const hasStayed = (life: Life) => clients.has(life) && (departedAt.get(life) ?? -1) < calledAt
    dispatch(registration, 'sync', { tag: `sendoff ${queue}` }, (isDone) => {
      tally.count(isDone ? 'syncs done' : 'syncs failed')
      // Of a page that crashes now, nobody would know. One that came later has asked for a call of its own.
      if (isDone && watching.some(hasStayed))
        report(14, 'the browser need not call again, and a page is open')
      registration.failures = undefined
      if (registration.isAskedAgain) {
        registration.isAskedAgain = false
        requestSync(registration)
        return
      }
      const ms = isDone ? undefined : SYNC_MS[failures + 1]
      if (ms === undefined) return
      registration.failures = failures + 1
      syncIn(registration, ms)
    })
  }
  const syncIn = (registration: Registration, ms: number): void => {
    registration.syncAt = scheduler.time() + ms
    scheduler.in(ms, () => sync(registration))
  }
  const requestSync = (registration: Registration): void => {
    if (registration.failures !== undefined) {
      registration.isAskedAgain = registration.syncAt === Infinity
      return
    }
    registration.failures = 0
    syncIn(registration, random.spread(SYNC_MS[0] ?? 0))
  }

  /** The last page may be gone: the worker stays for a while. */
  const depart = (life: Life): void => {
    departedAt.set(life, scheduler.time())
    if (!clients.delete(life) || clients.size) return
    const mine = ++departures
    const running = [...registrations.values()].map((its) => its.running)
    scheduler.in(setting.lifeMs, () => {
      if (mine !== departures || clients.size) return
      // One that Background Sync has started since lives for as long as its event.
      for (const registration of registrations.values())
        if (running.includes(registration.running)) kill(registration, 'after its pages')
    })
  }

  const post = (life: Life, registration: Registration, message: unknown): void => {
    onPost(message)
    if (mute.has(life)) {
      tally.count('words that are lost')
      return
    }
    const data = cloned(message)
    saidAt = Math.max(saidAt, scheduler.time() + random.spread(20))
    const saidIn = browser
    scheduler.in(saidAt - scheduler.time(), () => {
      if (registration.isActive && saidIn === browser) dispatch(registration, 'message', { data, ports: [] })
    })
  }

  const install = (registration: Registration): void => {
    registrations.set(registration.queue, registration)
    scheduler.in(random.spread(INSTALL_MS), () => {
      registration.isActive = true
      dispatch(registration, 'activate', {})
    })
  }

  return {
    open(life: Life): void {
      departures++
      clients.set(life, undefined)
    },
    close: depart,

    /** The page's way to it. */
    pageFor: (life: Life) => ({
      register: (queue: string): Promise<Registered> =>
        new Promise((resolve, reject) => {
          if (random.chance(0.05)) {
            scheduler.in(5, () => reject(new DOMException('simulated', 'SecurityError')), life)
            return
          }
          const known = registrations.get(queue)
          const registration = known ?? {
            queue,
            isActive: false,
            running: undefined,
            failures: undefined,
            isAskedAgain: false,
            syncAt: Infinity,
          }
          if (!known) install(registration)
          const worker = { postMessage: (message: unknown) => post(life, registration, message) }
          const look = (): void => {
            if (registration.isActive)
              resolve({ worker: () => worker as ServiceWorker, unregister: () => undefined })
            else scheduler.in(50, look, life)
          }
          scheduler.in(random.spread(100), look, life)
        }),
      listen(hear: (data: unknown) => void): void {
        const page = { life, hear, heardAt: 0 }
        if (clients.has(life)) clients.set(life, page)
        else cached.set(life, page)
      },
      // Some engines have no such event: a page is then heard when it is hidden, or not at all.
      onSwap: () => undefined,
    }),

    /** It leaves, perhaps for another site. */
    leave(life: Life): void {
      if (random.chance(0.3)) mute.add(life)
    },
    cache(life: Life): void {
      cached.set(life, clients.get(life))
      depart(life)
    },
    show(life: Life): void {
      departures++
      mute.delete(life)
      clients.set(life, cached.get(life))
    },

    /** A tab's process is gone, perhaps with the worker in it. */
    crash(): void {
      if (random.chance(0.5)) killAll('with a tab')
    },
    reap: () => killAll('reaped'),
    die(): void {
      browser++
      killAll('with the browser')
    },

    isMute: (life: Life): boolean => mute.has(life),
    isAlone: (life: Life): boolean => alone.has(life),

    /** Whether the browser will call again. A call that is under way, for the last time, may have come too early. */
    isToBeCalled(queue: string): boolean {
      const { failures, syncAt, isAskedAgain } = registrations.get(queue) ?? {}
      if (failures === undefined) return false
      return isAskedAgain || syncAt !== Infinity || failures + 1 < SYNC_MS.length
    },
  }
}

export type ServiceWorkers = ReturnType<typeof createServiceWorkers>
