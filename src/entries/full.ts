import type { Client } from '../adopting-client.ts'
import type { TrackerOptions } from '../config.ts'
import { own } from '../core/options.ts'
import { createFullClient } from '../full/full-client.ts'
import { inspect } from '../full/inspect.ts'
import { fromAttributes } from '../full/script-attributes.ts'
import { anyOf } from '../vendors/any-destination.ts'
import { SHARED_ADOPTIONS } from '../vendors/listed/shared-adoptions.ts'
import { SHARED_ATTRIBUTES, SHARED_VENDORS } from '../vendors/listed/shared-vendors.ts'
import { runningScript } from './running-script.ts'
import { startFromScript } from './start-from-script.ts'

/** The options that only a script tag has. */
interface ScriptOptions extends TrackerOptions {
  /** Opens the board over the page when the attribute is there. */
  readonly debug?: string
}

/** The stub may have kept an element instead of a text, on a page with an element that is named `title`. */
const textOf = (given: unknown): string => (typeof given === 'string' ? given : '')

// The board is code, so it is loaded from the folder of the running script, whatever other tags of the page say.
const { src = '' } = runningScript() ?? {}

startFromScript(anyOf(SHARED_VENDORS), SHARED_ATTRIBUTES, (given: ScriptOptions, name) => {
  const { debug, ...options } = own(given)
  const { track, replayAt }: Pick<Client, 'track' | 'replayAt'> = createFullClient(
    fromAttributes(options),
    SHARED_ADOPTIONS,
  )
  const open = () => inspect(src, name)
  if (debug !== undefined) open()
  return {
    track: Object.assign(track, { inspect: open }),
    replayAt: (time, page) =>
      replayAt(time, page && { ...page, title: textOf(page.title), referrer: textOf(page.referrer) }),
  }
})
