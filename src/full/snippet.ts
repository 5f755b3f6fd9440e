import { anyFrom } from '../any-destination.ts'
import { startFromScript } from '../snippet.ts'
import { createFullClient } from './full-client.ts'
import { fromAttributes } from './script-attributes.ts'

startFromScript(anyFrom, (options) => createFullClient(fromAttributes(options)))
