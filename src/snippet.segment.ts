import { segmentFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(segmentFrom)
