import { anyFrom } from './any-destination.ts'
import { startFromScript } from './snippet.ts'

startFromScript(anyFrom)
