import { createClient } from './client.ts'
import type { Destination } from './core/destination.ts'
import type { Tracker } from './tracker.ts'

/** A call that the stub has kept: method, arguments, time, and who waits for what it returns. */
type Call = readonly [method: string, args: unknown[], time: number, done: (value: unknown) => void]

type Data = Record<string, string | undefined>

/** Attributes that frameworks and content networks put on every script tag. */
const FOREIGN = /^(cf|ns)/

/**
 * Starts the tracker from the script tag's `data-` attributes, as `window.track` (or `data-global`), and makes
 * the calls that the stub has kept. A second copy of the script leaves the first alone.
 *
 * @param make takes from the attributes what the destination needs, and returns the rest beside it.
 */
export const startFromScript = (make: (data: Data) => readonly [Destination, Data]): void => {
  const { global: name = 'track', ...data } = { ...document.currentScript?.dataset }
  const globals = window as unknown as Record<string, (Tracker & { q?: Call[] }) | undefined>
  const stub = globals[name]
  if (stub && !stub.q) return
  for (const attribute in data) if (FOREIGN.test(attribute)) delete data[attribute]
  const [destination, options] = make(data)
  if (options.destination === destination.name) delete options.destination
  const { track, replayAt } = createClient({ ...options, destinations: [destination] })
  globals[name] = track
  for (const [method, args, time, done] of stub?.q ?? []) {
    replayAt(time)
    const call = (method ? track[method as 'flush'] : track) as ((...args: unknown[]) => unknown) | undefined
    done(call?.(...args))
  }
  replayAt()
}
