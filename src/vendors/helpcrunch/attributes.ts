import { keyIn, type Make } from '../attributes.ts'
import { helpcrunch } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = 'relay writeKey'

export const fromAttributes: Make = ({ relay = '', writeKey, key, ...rest }) => [
  helpcrunch({ relay, writeKey, ...keyIn(key) }),
  rest,
]
