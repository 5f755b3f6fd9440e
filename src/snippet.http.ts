import { httpFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(httpFrom, 'url writeKey')
