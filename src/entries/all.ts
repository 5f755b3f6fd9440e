import { anyOf } from '../vendors/any-destination.ts'
import { SHARED_ATTRIBUTES, SHARED_VENDORS } from '../vendors/listed/shared-vendors.ts'
import { startFromScript } from './start-from-script.ts'

startFromScript(anyOf(SHARED_VENDORS), SHARED_ATTRIBUTES)
