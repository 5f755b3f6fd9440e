import { startFromScript } from '../../entries/start-from-script.ts'
import { ATTRIBUTES, fromAttributes } from './attributes.ts'

startFromScript(fromAttributes, ATTRIBUTES)
