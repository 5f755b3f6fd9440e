import type { TrackerOptions } from './config.ts'
import type { Destination } from './core/destination.ts'
import { invalid, own } from './core/options.ts'

/** The option that turns a tracker off before it starts. */
export interface Switches {
  /**
   * Whether the tracker runs. With `false`, it reads, stores and sends nothing, and every call is harmless.
   * @default true
   */
  readonly enabled?: boolean | undefined
}

/** Bundlers replace `process.env.NODE_ENV` by a text, as a browser has no `process`. */
declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Tells whether a test imitates this page, or whether the bundle was built for tests. */
const isTest = (): boolean => {
  try {
    if (process.env.NODE_ENV === 'test') return true
  } catch {
    // `process` does not exist: no bundler has replaced it, and this is not Node. So the browser's own name decides.
  }
  return /jsdom|happydom/i.test(globalThis.navigator?.userAgent ?? '')
}

/** The options without the destinations that may not start, or the reason why no tracker starts. */
export type Startable<Options> =
  | { readonly options: Options; readonly off?: undefined }
  | { readonly options?: undefined; readonly off: string }

/**
 * Leaves out the destinations that must not start here, and says so once: those without their key, and in a test those
 * that would send to the vendor itself.
 * @throws {TypeError} when `enabled` is neither true nor false.
 */
export const startable = <Options extends TrackerOptions>(
  options: Options & Switches,
): Startable<Omit<Options, 'enabled'>> => {
  const { enabled = true, ...given } = own(options)
  if (typeof enabled !== 'boolean') throw invalid('enabled', typeof enabled, 'true or false')
  const isOff = new Set<string>()
  const isOn = (destination?: Partial<Destination>): boolean => {
    const { name, missing, live } = destination ?? {}
    if (missing) isOff.add(`${name} is off: ${missing} is not given`)
    // Where there is no page, nothing is sent in any case, and nothing needs to be said.
    else if (live && typeof document !== 'undefined' && isTest())
      isOff.add(`${name} is off: a test sends nothing to the vendor; give an endpoint`)
    else return true
    return false
  }
  // A value that is not a list is passed on: `configOf` refuses it and names the option.
  const list = own(given).destinations
  const destinations = enabled && Array.isArray(list) ? list.filter(isOn) : list
  if (!enabled) isOff.add('off: enabled is false')
  else if (list?.length === 0) isOff.add('off: no destinations')
  const reasons = [...isOff].join('; ')
  if (reasons) console.info('sendoff:', reasons)
  return enabled && destinations?.length !== 0 ? { options: { ...given, destinations } } : { off: reasons }
}
