import { ANY_NAMES, anyFrom } from '../any-destination.ts'
import type { Client } from '../client.ts'
import type { TrackerOptions } from '../config.ts'
import { own } from '../core/options.ts'
import { runningScript } from '../running-script.ts'
import { startFromScript } from '../snippet.ts'
import { createFullClient } from './full-client.ts'
import { inspect } from './inspect.ts'
import { fromAttributes } from './script-attributes.ts'

/** What only a script tag can say. */
interface ScriptOptions extends TrackerOptions {
  /** Opens the board over the page. */
  readonly debug?: string
}

/** Of a page with an element that is named `title`, the stub has kept the element. */
const textOf = (given: unknown): string => (typeof given === 'string' ? given : '')

// The board is code: it comes from beside the script that runs, whatever other tags of the page say.
const { src = '' } = runningScript() ?? {}

startFromScript(anyFrom, ANY_NAMES, (given: ScriptOptions, name) => {
  const { debug, ...options } = own(given)
  const { track, replayAt }: Pick<Client, 'track' | 'replayAt'> = createFullClient(fromAttributes(options))
  const open = () => inspect(src, name)
  if (debug !== undefined) open()
  return {
    track: Object.assign(track, { inspect: open }),
    replayAt: (time, page) =>
      replayAt(time, page && { ...page, title: textOf(page.title), referrer: textOf(page.referrer) }),
  }
})
