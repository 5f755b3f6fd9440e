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

const MAKERS: Readonly<Record<string, Make>> = {
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
export const anyFrom: Make = (data, destination = '') => {
  const make = MAKERS[destination]
  if (!make) throw invalid('data-destination', destination, `one of ${Object.keys(MAKERS)}`)
  return make(data)
}
