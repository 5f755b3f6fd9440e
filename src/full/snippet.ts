import { anyFrom } from '../any-destination.ts'
import type { TrackerOptions } from '../config.ts'
import { startFromScript } from '../snippet.ts'
import { createFullClient } from './full-client.ts'
import { inspect } from './inspect.ts'
import { fromAttributes } from './script-attributes.ts'

/** What only a script tag can say. */
interface ScriptOptions extends TrackerOptions {
  /** Opens the board over the page. */
  readonly debug?: string
}

const script = document.currentScript as HTMLScriptElement | null
const { src = '', dataset } = script ?? {}
const open = () => inspect(src, dataset?.global)

startFromScript(anyFrom, ({ debug, ...options }: ScriptOptions) => {
  const { track, replayAt } = createFullClient(fromAttributes(options))
  if (debug !== undefined) open()
  return { track: Object.assign(track, { inspect: open }), replayAt }
})
