import type { Destination } from './core/destination.ts'
import { invalid } from './core/options.ts'
import { NAME, queueOf } from './core/record-key.ts'

/** The options of `createTracker`. Only `destinations` is required. */
export interface TrackerOptions {
  /** The vendors that the events are sent to; at least one, and none twice. */
  readonly destinations: readonly Destination[]
  /**
   * Age in days after which an event that could not be delivered is dropped with the reason `expired`.
   * @default 7
   */
  readonly maxAgeDays?: number
  /**
   * Number of events that may wait in one destination's queue; when there are more, the oldest are dropped.
   * @default 100_000
   */
  readonly maxEvents?: number
  /**
   * Separates what this tracker stores (its events and who the visitor is) from what other trackers of the origin
   * store, even where their accounts are the same. It consists of letters, digits, `.`, `_` and `-`, at most 64.
   * @default none
   */
  readonly namespace?: string
  /**
   * Path on the site's own origin at which it serves `sendoff.worker.js`. With it, a service worker delivers the stored
   * events, even after the last page of the site is closed.
   * @default none, and the pages deliver
   */
  readonly worker?: string
}

export type Config = Required<TrackerOptions>

const DEFAULTS: Config = { destinations: [], maxAgeDays: 7, maxEvents: 100_000, namespace: '', worker: '' }

/** Checks the options and adds the defaults. @throws {TypeError} that names the option that is wrong. */
export const configOf = (options: TrackerOptions): Config => {
  const config: Config = { ...DEFAULTS, ...options }
  const { destinations, namespace, worker, ...numbers } = config
  if ((destinations ?? []).length === 0) throw invalid('destinations', 'empty', 'at least one')
  if (!destinations.every?.((destination) => destination?.encode))
    throw invalid('destinations', 'no list of destinations', 'an array of them')
  if (namespace && !NAME.test(namespace))
    throw invalid('namespace', namespace, 'letters, digits, ".", "_" and "-"')
  if (worker && !/^\/(?!\/)/.test(worker))
    throw invalid('worker', worker, 'a path such as /sendoff-worker.js')
  for (const [option, value] of Object.entries(numbers)) {
    if (!Object.hasOwn(DEFAULTS, option)) throw invalid(option, 'unknown', `one of ${Object.keys(DEFAULTS)}`)
    if (!(Number(value) > 0)) throw invalid(option, value, 'a positive number')
  }
  return config
}

/**
 * Returns the name of each destination's queue.
 * @throws {TypeError} when a name cannot be part of a key, an account is missing, or two destinations are the same.
 */
export const queuesOf = ({ destinations, namespace }: Config): readonly string[] => {
  const queues = destinations.map((destination) => {
    const { name, account } = destination
    if (!NAME.test(name)) throw invalid('name of a destination', name, 'letters, digits, ".", "_" and "-"')
    if (!account || typeof account !== 'string')
      throw invalid(`account of ${name}`, account, 'a text that tells it from other accounts')
    return queueOf(destination, namespace)
  })
  queues.forEach((queue, index) => {
    if (queues.indexOf(queue) !== index) throw invalid('destinations', `${queue} twice`, 'each account once')
  })
  return queues
}
