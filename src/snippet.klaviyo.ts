import { klaviyoFrom } from './script-data.ts'
import { startFromScript } from './snippet.ts'

startFromScript(klaviyoFrom)
