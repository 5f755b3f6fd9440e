import { crowdpower } from './destinations/crowdpower.ts'
import { startFromScript } from './snippet.ts'

startFromScript({ crowdpower })
