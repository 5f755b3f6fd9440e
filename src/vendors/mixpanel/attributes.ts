import { type Make, NO_KEY } from '../attributes.ts'
import { mixpanel } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = ''

export const fromAttributes: Make = ({ key = NO_KEY, endpoint, ...rest }) => [
  mixpanel({ key, endpoint }),
  rest,
]
