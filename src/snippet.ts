import { type Client, createClient } from './client.ts'
import type { TrackerOptions } from './config.ts'
import { invalid } from './core/options.ts'
import type { Make } from './script-data.ts'
import type { Tracker } from './tracker.ts'

/** A call that the stub has kept: method, arguments, time, and who waits for what it returns. */
type Call = readonly [method: string, args: unknown[], time: number, done: (value: unknown) => void]

/** Attributes that frameworks and content networks put on every script tag. */
const FOREIGN = /^(cf|ns)/

/**
 * Starts the tracker from the script tag's `data-` attributes, as `window.track` (or `data-global`), and makes
 * the calls that the stub has kept. A second copy of the script leaves the first alone.
 */
export const startFromScript = (
  make: Make,
  create: (options: TrackerOptions) => Client = createClient,
): void => {
  const { global: name = 'track', ...data }: Record<string, string | undefined> = {
    ...document.currentScript?.dataset,
  }
  const globals = window as unknown as Record<string, (Tracker & { q?: Call[] }) | undefined>
  const stub = globals[name]
  if (stub && !stub.q) return
  for (const attribute of Object.keys(data)) if (FOREIGN.test(attribute)) delete data[attribute]
  const [made, { destination = made.name, ...options }] = make(data)
  if (destination !== made.name) throw invalid('data-destination', destination, made.name)
  const { track, replayAt } = create({ ...options, destinations: [made] })
  globals[name] = track
  for (const [method, args, time, done] of stub?.q ?? []) {
    replayAt(time)
    const call = (method ? track[method as 'flush'] : track) as ((...args: unknown[]) => unknown) | undefined
    if (!call) console.warn(`sendoff: this script has no track.${method}`)
    done(call?.(...args))
  }
  replayAt()
}
