import { keyIn, type Make } from '../attributes.ts'
import { yotpo } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = 'relay writeKey'

export const fromAttributes: Make = ({ relay = '', writeKey, key, ...rest }) => [
  yotpo({ relay, writeKey, ...keyIn(key) }),
  rest,
]
