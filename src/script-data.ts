import type { Destination } from './core/destination.ts'
import { amplitude } from './destinations/amplitude.ts'
import { bloomreach } from './destinations/bloomreach.ts'
import { crowdpower } from './destinations/crowdpower.ts'
import { helpcrunch } from './destinations/helpcrunch.ts'
import { http } from './destinations/http.ts'
import { klaviyo } from './destinations/klaviyo.ts'
import { mixpanel } from './destinations/mixpanel.ts'
import { posthog } from './destinations/posthog.ts'
import { segment } from './destinations/segment.ts'
import { yotpo } from './destinations/yotpo.ts'

/** The `data-` attributes of a script tag. */
export type Data = Readonly<Record<string, string | undefined>>

/** No vendor's key: in a module a key that is left out means that nothing is sent, on a tag it is a mistake. */
const NO_KEY = '-'

/**
 * Takes from the attributes what the destination needs, and returns the rest beside it.
 * @param destination what `data-destination` says.
 */
export type Make = (data: Data, destination?: string) => readonly [Destination, Data]

export const klaviyoFrom: Make = ({ key = NO_KEY, endpoint, ...rest }) => [
  klaviyo({ companyId: key, endpoint }),
  rest,
]

export const bloomreachFrom: Make = ({ project = NO_KEY, key = NO_KEY, endpoint, ...rest }) => [
  bloomreach({ projectToken: project, key, endpoint }),
  rest,
]

export const crowdpowerFrom: Make = ({ key = NO_KEY, endpoint, unanswered, ...rest }) => [
  crowdpower({ key, endpoint, unanswered: unanswered as 'resend' | undefined }),
  rest,
]

/** Filled, it is refused by name: keys of these vendors belong in the relay. */
const keyIn = (key: string | undefined): object => (key ? { key } : {})

export const yotpoFrom: Make = ({ relay = '', writeKey, key, ...rest }) => [
  yotpo({ relay, writeKey, ...keyIn(key) }),
  rest,
]

export const helpcrunchFrom: Make = ({ relay = '', writeKey, key, ...rest }) => [
  helpcrunch({ relay, writeKey, ...keyIn(key) }),
  rest,
]

export const httpFrom: Make = ({ url = '', writeKey, key, ...rest }) => [
  http({ url, writeKey, ...keyIn(key) }),
  rest,
]

export const segmentFrom: Make = ({ key = NO_KEY, endpoint, ...rest }) => [
  segment({ writeKey: key, endpoint }),
  rest,
]

export const posthogFrom: Make = ({ key = NO_KEY, endpoint, ...rest }) => [posthog({ key, endpoint }), rest]

export const amplitudeFrom: Make = ({ key = NO_KEY, endpoint, ...rest }) => [
  amplitude({ key, endpoint }),
  rest,
]

export const mixpanelFrom: Make = ({ key = NO_KEY, endpoint, ...rest }) => [mixpanel({ key, endpoint }), rest]
