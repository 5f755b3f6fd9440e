import type { Destination } from './core/destination.ts'
import { bloomreach } from './destinations/bloomreach.ts'
import { crowdpower } from './destinations/crowdpower.ts'
import { klaviyo } from './destinations/klaviyo.ts'

/** The `data-` attributes of a script tag. */
export type Data = Readonly<Record<string, string | undefined>>

/** Takes from the attributes what the destination needs, and returns the rest beside it. */
export type Make = (data: Data) => readonly [Destination, Data]

export const klaviyoFrom: Make = ({ key = '', endpoint, ...rest }) => [
  klaviyo({ companyId: key, endpoint }),
  rest,
]

export const bloomreachFrom: Make = ({ project = '', key = '', endpoint, ...rest }) => [
  bloomreach({ projectToken: project, key, endpoint }),
  rest,
]

export const crowdpowerFrom: Make = ({ key = '', endpoint, unanswered, ...rest }) => [
  crowdpower({ key, endpoint, unanswered: unanswered as 'resend' | undefined }),
  rest,
]
