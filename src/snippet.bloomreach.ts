import { bloomreachFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(bloomreachFrom, 'project')
