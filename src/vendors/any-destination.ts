import { invalid } from '../core/options.ts'
import type { Make } from './attributes.ts'

/** Makes the destination that `data-destination` names. */
export const anyOf =
  (makers: Readonly<Record<string, Make>>): Make =>
  (data, destination = '') => {
    const make = makers[destination]
    if (!make) throw invalid('data-destination', destination, `one of ${Object.keys(makers)}`)
    return make(data)
  }
