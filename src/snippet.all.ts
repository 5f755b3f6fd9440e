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
import { startFromScript } from './snippet.ts'

const MAKERS: Readonly<Record<string, Make>> = {
  klaviyo: klaviyoFrom,
  bloomreach: bloomreachFrom,
  crowdpower: crowdpowerFrom,
  yotpo: yotpoFrom,
  helpcrunch: helpcrunchFrom,
  http: httpFrom,
}

startFromScript((data) => {
  const { destination = '' } = data
  const make = MAKERS[destination]
  if (!make) throw invalid('data-destination', destination, `one of ${Object.keys(MAKERS)}`)
  return make(data)
})
