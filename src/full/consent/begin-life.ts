import { createClient } from '../../client.ts'
import { configOf, queuesOf, type TrackerOptions } from '../../config.ts'
import type { Destination } from '../../core/destination.ts'
import { placeIn } from '../../core/record-key.ts'
import { placeOf, sharedPlaceOf } from '../../person.ts'
import { type Adoptions, vendorVisitor } from '../../vendors/adoption.ts'
import { pageTraces } from '../visitor/page-traces.ts'
import { createVendorWatch, VENDOR } from '../visitor/vendor-watch.ts'
import { createVisitor } from '../visitor/visitor.ts'
import type { createVisitorCookie } from '../visitor/visitor-cookie.ts'
import { forgetDestination } from './forget-destination.ts'
import type { Gate } from './gate.ts'
import type { Life } from './life.ts'

interface Beginning {
  readonly options: TrackerOptions
  /** The destinations that the visitor has not opted out of. */
  readonly destinations: readonly Destination[]
  readonly adoptions: Adoptions
  readonly gate: Gate
  readonly cookie: ReturnType<typeof createVisitorCookie>
  readonly onBegin: (life: Life) => void
}

const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run)
  else setTimeout(run)
}

/**
 * Starts a tracker as soon as the visitor's identity is known: at once where localStorage or the cookie tells it,
 * otherwise when the database has answered.
 * @returns a function that starts it without that answer, for a page that is left.
 */
export const beginLife = ({
  options,
  destinations,
  adoptions,
  gate,
  cookie,
  onBegin,
}: Beginning): (() => void) => {
  const store = gate.world.openStore()
  const config = configOf({ ...options, destinations })
  const { whoIsIt } = createVisitor({
    ...gate.world,
    store,
    cookie,
    shared: sharedPlaceOf(config.namespace),
    people: queuesOf(config).map(placeOf),
    named: vendorVisitor(adoptions, destinations, pageTraces()).anonymousId,
    whenIdle: (run) => whenIdle(() => gate.isOpen() && run()),
  })
  const all = queuesOf(configOf(options))
  options.destinations.forEach((destination, index) => {
    if (!destinations.includes(destination)) forgetDestination(all[index] as string, gate.world.area, store)
  })
  return whoIsIt((area) => {
    if (!gate.isOpen()) return
    const client = createClient({ ...options, destinations }, { ...gate.world, area })
    const vendors = createVendorWatch({
      client,
      adoptions,
      destinations,
      place: placeIn(VENDOR, config.namespace),
      area,
      traces: pageTraces,
      now: gate.world.now,
    })
    client.track.identify = vendors.identify
    vendors.look()
    onBegin({ gate, store, client, vendors })
  })
}
