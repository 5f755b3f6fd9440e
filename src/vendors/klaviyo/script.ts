import { startFromScript } from '../../entries/start-from-script.ts'
import { fromAttributes } from './attributes.ts'

startFromScript(fromAttributes)
