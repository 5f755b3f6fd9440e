import { yotpoFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(yotpoFrom, 'relay writeKey')
