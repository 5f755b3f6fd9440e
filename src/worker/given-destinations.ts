import { anyOf, SHARED_VENDORS } from '../any-destination.ts'
import { type Config, configOf } from '../config.ts'
import type { Destination } from '../core/destination.ts'
import { queueOf } from '../core/record-key.ts'
import { amplitude } from '../destinations/amplitude.ts'
import { bloomreach } from '../destinations/bloomreach.ts'
import { crowdpower } from '../destinations/crowdpower.ts'
import { helpcrunch } from '../destinations/helpcrunch.ts'
import { http } from '../destinations/http.ts'
import { klaviyo } from '../destinations/klaviyo.ts'
import { mixpanel } from '../destinations/mixpanel.ts'
import { posthog } from '../destinations/posthog.ts'
import { segment } from '../destinations/segment.ts'
import { yotpo } from '../destinations/yotpo.ts'
import { amplitudeFrom, type Data, mixpanelFrom, posthogFrom, segmentFrom } from '../script-data.ts'

/** A queue that the worker delivers. */
export interface Given {
  readonly queue: string
  readonly destination: Destination
  readonly config: Config
}

const MAKERS: Readonly<Record<string, (options: never) => Destination>> = {
  klaviyo,
  bloomreach,
  crowdpower,
  helpcrunch,
  http,
  yotpo,
  segment,
  posthog,
  amplitude,
  mixpanel,
}

const anyFrom = anyOf({
  ...SHARED_VENDORS,
  segment: segmentFrom,
  posthog: posthogFrom,
  amplitude: amplitudeFrom,
  mixpanel: mixpanelFrom,
})

/** What the page has written into the address of the worker's script. */
const fromAddress = (json: string): readonly Given[] => {
  const [queue, name, options, others] = JSON.parse(json)
  const make = MAKERS[name]
  if (!make) return []
  const destinations = [make(options as never)]
  return [
    { queue, destination: destinations[0] as Destination, config: configOf({ ...others, destinations }) },
  ]
}

/** Attributes of a script tag without `data-`, or a list of such. */
const fromOptions = (given: Data | readonly Data[]): readonly Given[] =>
  [given].flat().map((data) => {
    const { destination, ...others } = data as Data
    const [made, options] = anyFrom(others, destination)
    const config = configOf({ ...options, destinations: [made] })
    return { queue: queueOf(made, config.namespace), destination: made, config }
  })

/**
 * The queues of this worker: of the address of its script, where a page has registered it; else of `self.sendoffOptions`,
 * which a site's own worker sets before it takes ours in.
 */
export const givenDestinations = (address: string, options: unknown): readonly Given[] => {
  const json = new URL(address).searchParams.get('sendoff')
  return json ? fromAddress(json) : options ? fromOptions(options as Data) : []
}
