import { mixpanelFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(mixpanelFrom)
