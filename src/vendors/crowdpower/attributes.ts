import { type Make, NO_KEY } from '../attributes.ts'
import { crowdpower } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = 'unanswered'

export const fromAttributes: Make = ({ key = NO_KEY, endpoint, unanswered, ...rest }) => [
  crowdpower({ key, endpoint, unanswered: unanswered as 'resend' | undefined }),
  rest,
]
