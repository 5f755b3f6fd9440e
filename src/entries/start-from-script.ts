import type { Client } from '../adopting-client.ts'
import { createClient } from '../client.ts'
import type { TrackerOptions } from '../config.ts'
import { invalid, own } from '../core/options.ts'
import type { Tracker } from '../tracker.ts'
import type { Make } from '../vendors/attributes.ts'
import { functionNamed } from './running-script.ts'
import { scriptConfig } from './script-config.ts'

/**
 * A call that the stub has kept: its method, arguments and time, the function that resolves its promise, and the page
 * at that time.
 */
type Call = readonly [
  method: string,
  args: unknown[],
  time: number,
  done: (value: unknown) => void,
  url: string,
  title: string,
  referrer: string,
]

type Create = (options: TrackerOptions, name: string) => Pick<Client, 'track' | 'replayAt'>

const tellTaken = (name: string): void =>
  console.warn(`sendoff: window.${name} is the page's own; data-global takes another name`)

/** Makes the tracker a global of the page. The console tells when another script replaces it. */
const announce = (name: string, track: Tracker): void => {
  // The value is set first, because a `var` of the page cannot be made an accessor.
  Reflect.set(window, name, track)
  Reflect.defineProperty(window, name, {
    configurable: true,
    get: () => track,
    set(value) {
      tellTaken(name)
      Reflect.defineProperty(window, name, { value, writable: true })
    },
  })
}

const start = (make: Make, vendors: string, create: Create): void => {
  const config = scriptConfig(vendors)
  if (!config) {
    console.warn('sendoff: no data-key, no window.sendoffOptions')
    return
  }
  const { global: name = 'track', destination, ...others } = config
  const stub = functionNamed<Partial<Tracker> & { readonly q?: readonly Call[] }>(name)
  if (stub && !stub.flush) tellTaken(name)
  if (stub && !(stub.flush && stub.q)) return
  const [made, options] = make(own(others), destination)
  if ((destination ?? made.name) !== made.name) throw invalid('data-destination', destination, made.name)
  const { track, replayAt } = create({ ...options, destinations: [made] }, name)
  announce(name, track)
  for (const [method, args, time, done, url, title, referrer] of stub?.q ?? []) {
    replayAt(time, { url, title, referrer })
    const call = (method ? track[method as 'flush'] : track) as ((...args: unknown[]) => unknown) | undefined
    if (!call) console.warn(`sendoff: this script has no track.${method}`)
    done(call?.(...args))
  }
  replayAt()
}

/**
 * Starts the tracker from the script tag's `data-` attributes, as `window.track` (or `data-global`), and makes the
 * calls that the stub has kept. A second copy of the script leaves the first alone.
 *
 * A mistake is reported as an error of the page, and not thrown, because in a bundle the code behind this belongs to
 * others.
 * @param vendors are the names of attributes that `make` takes besides those of all scripts, separated by blanks.
 */
export const startFromScript = (
  make: Make,
  vendors = '',
  create: Create = (options) => createClient(options),
): void => {
  try {
    start(make, vendors, create)
  } catch (error) {
    reportError(error)
  }
}
