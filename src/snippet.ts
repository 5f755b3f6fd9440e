import { createClient } from './client.ts'
import { invalid } from './config.ts'
import type { Destination } from './core/destination.ts'
import type { Tracker } from './tracker.ts'

/** A call that the stub has kept: method, arguments, time, and who waits for what it returns. */
type Call = readonly [method: string, args: unknown[], time: number, done: (value: unknown) => void]

/** What a vendor's script tag may say; what is undefined was not said. */
interface MakeOptions {
  readonly key: string
  readonly endpoint?: string
  readonly project?: string
  readonly unanswered?: 'resend' | 'assume-delivered'
}

type Make = (options: MakeOptions) => Destination

/** Attributes that frameworks and content networks put on every script tag. */
const FOREIGN = /^(cf|ns)/

/**
 * Starts the tracker from the script tag's `data-` attributes, as `window.track` (or `data-global`), and makes
 * the calls that the stub has kept. A second copy of the script leaves the first alone.
 */
export const startFromScript = (makers: Readonly<Record<string, Make>>): void => {
  const [only = ''] = Object.keys(makers)
  const {
    destination = only,
    key = '',
    endpoint,
    project,
    unanswered,
    global: name = 'track',
    ...data
  } = {
    ...document.currentScript?.dataset,
  }
  const globals = window as unknown as Record<string, (Tracker & { q?: Call[] }) | undefined>
  const stub = globals[name]
  const make = makers[destination]
  if (!make) throw invalid('data-destination', destination, `one of ${Object.keys(makers)}`)
  if (stub && !stub.q) return
  for (const attribute in data) if (FOREIGN.test(attribute)) delete data[attribute]
  const { track, replayAt } = createClient({
    destinations: [make({ key, endpoint, project, unanswered } as MakeOptions)],
    ...data,
  })
  globals[name] = track
  for (const [method, args, time, done] of stub?.q ?? []) {
    replayAt(time)
    const call = (method ? track[method as 'flush'] : track) as ((...args: unknown[]) => unknown) | undefined
    done(call?.(...args))
  }
  replayAt()
}
