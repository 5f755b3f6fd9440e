import { posthogFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(posthogFrom)
