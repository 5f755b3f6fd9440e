import { crowdpowerFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(crowdpowerFrom, 'unanswered')
