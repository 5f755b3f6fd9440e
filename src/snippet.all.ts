import { ANY_NAMES, anyFrom } from './any-destination.ts'
import { startFromScript } from './snippet.ts'

startFromScript(anyFrom, ANY_NAMES)
