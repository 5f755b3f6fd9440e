import { type Make, NO_KEY } from '../attributes.ts'
import { bloomreach } from './destination.ts'

/** The attributes of the script tag, besides those of all scripts. */
export const ATTRIBUTES = 'project'

export const fromAttributes: Make = ({ project = NO_KEY, key = NO_KEY, endpoint, ...rest }) => [
  bloomreach({ projectToken: project, key, endpoint }),
  rest,
]
