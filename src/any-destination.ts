import { invalid } from './core/options.ts'
import {
  bloomreachFrom,
  crowdpowerFrom,
  helpcrunchFrom,
  httpFrom,
  klaviyoFrom,
  type Make,
  yotpoFrom,
} from './script-data.ts'

/** The vendors of the scripts that have more than one. */
export const SHARED_VENDORS: Readonly<Record<string, Make>> = {
  klaviyo: klaviyoFrom,
  bloomreach: bloomreachFrom,
  crowdpower: crowdpowerFrom,
  helpcrunch: helpcrunchFrom,
  http: httpFrom,
  yotpo: yotpoFrom,
}

/** The attributes of all vendors. */
export const ANY_NAMES = 'project unanswered relay url writeKey'

/** The destination that `data-destination` names. */
export const anyOf =
  (makers: Readonly<Record<string, Make>>): Make =>
  (data, destination = '') => {
    const make = makers[destination]
    if (!make) throw invalid('data-destination', destination, `one of ${Object.keys(makers)}`)
    return make(data)
  }

export const anyFrom = anyOf(SHARED_VENDORS)
