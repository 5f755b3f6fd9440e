import { keyIn, type Make } from '../attributes.ts'
import { http } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = 'url writeKey'

export const fromAttributes: Make = ({ url = '', writeKey, key, ...rest }) => [
  http({ url, writeKey, ...keyIn(key) }),
  rest,
]
