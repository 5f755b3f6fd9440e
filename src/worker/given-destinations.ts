import { configOf } from '../config.ts'
import type { Destination } from '../core/destination.ts'
import { queueOf } from '../core/record-key.ts'
import type { Retention } from '../queue/queue-options.ts'
import { anyOf } from '../vendors/any-destination.ts'
import type { Data } from '../vendors/attributes.ts'
import { FROM_ATTRIBUTES, FROM_OPTIONS } from '../vendors/listed/every.ts'

/** A queue that the worker delivers. */
export interface Given {
  readonly queue: string
  readonly destination: Destination
  readonly config: Retention
}

const anyFrom = anyOf(FROM_ATTRIBUTES)

/** Reads what the page has written into the address of the worker's script. */
const fromAddress = (json: string): readonly Given[] => {
  const [queue, name, options, others] = JSON.parse(json)
  const make = FROM_OPTIONS[name]
  if (!make) return []
  const destinations = [make(options as never)]
  return [
    { queue, destination: destinations[0] as Destination, config: configOf({ ...others, destinations }) },
  ]
}

/** Reads the attributes of a script tag, without `data-`, or a list of such. */
const fromOptions = (given: Data | readonly Data[]): readonly Given[] =>
  [given].flat().map((data) => {
    const { destination, ...others } = data as Data
    const [made, options] = anyFrom(others, destination)
    const config = configOf({ ...options, destinations: [made] })
    return { queue: queueOf(made, config.namespace), destination: made, config }
  })

/**
 * Returns the queues of this worker: from the address of its script, where a page has registered it; otherwise from
 * `self.sendoffOptions`, which a site's own worker sets before it imports ours.
 */
export const givenDestinations = (address: string, options: unknown): readonly Given[] => {
  const json = new URL(address).searchParams.get('sendoff')
  return json ? fromAddress(json) : options ? fromOptions(options as Data) : []
}
