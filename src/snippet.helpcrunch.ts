import { helpcrunchFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(helpcrunchFrom, 'relay writeKey')
