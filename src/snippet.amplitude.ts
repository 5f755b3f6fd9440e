import { amplitudeFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(amplitudeFrom)
