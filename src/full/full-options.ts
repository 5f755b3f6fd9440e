import { configOf, type TrackerOptions } from '../config.ts'
import { invalid } from '../core/options.ts'
import type { Middleware } from './event-draft.ts'

/** What `createTracker` of `sendoff/full` takes. */
export interface FullOptions extends TrackerOptions {
  /**
   * Sees each event once, when it is tracked: returns it, changed or not, or `null` to drop it. When it throws, the
   * event goes on unchanged, and `on('error')` says so.
   * @example
   * const before: Middleware = (event) => (event.name === 'Tested' ? null : event)
   */
  readonly before?: Middleware | undefined
  /**
   * `required`: nothing is stored, read or sent until `track.consent('granted')`; calls are kept in memory.
   * @default 'granted'
   */
  readonly consent?: 'granted' | 'required' | undefined
  /**
   * Whether a browser that says `navigator.globalPrivacyControl` has refused, whatever `consent` says.
   * @default true
   */
  readonly gpc?: boolean | undefined
  /**
   * Keeps the anonymous id in a first-party cookie, too, so that subdomains share it: the cookie's domain, or `auto`
   * for the widest that the browser allows.
   * @default no cookie
   */
  readonly cookieDomain?: string | undefined
}

export interface FullConfig {
  readonly bare: TrackerOptions
  readonly before: Middleware | undefined
  readonly consent: 'granted' | 'required'
  readonly gpc: boolean
  readonly cookieDomain: string | undefined
}

type Check = readonly [is: (given: unknown) => boolean, expected: string]

const isBoolean = (given: unknown): boolean => typeof given === 'boolean'

/** How each option must look, unless it is left out. */
const CHECKS: Readonly<Record<string, Check>> = {
  before: [(given) => typeof given === 'function', 'a function'],
  consent: [(given) => given === 'granted' || given === 'required', 'granted or required'],
  gpc: [isBoolean, 'true or false'],
  cookieDomain: [
    (given) => /^[a-z\d-]+(\.[a-z\d-]+)*$/i.test(`${given}`),
    'a domain such as shop.example, or auto',
  ],
}

const BARE = ['destinations', 'maxAgeDays', 'maxEvents']

/** The options with their defaults, checked. @throws {TypeError} that names the option. */
export const fullConfigOf = (options: FullOptions): FullConfig => {
  for (const [name, given] of Object.entries(options)) {
    const check = CHECKS[name]
    if (!check && !BARE.includes(name))
      throw invalid(name, 'unknown', `one of ${[...BARE, ...Object.keys(CHECKS)]}`)
    if (check && given !== undefined && !check[0](given)) throw invalid(name, given, check[1])
  }
  const { before, consent = 'granted', gpc = true, cookieDomain, ...bare } = options
  configOf(bare)
  return { bare, before, consent, gpc, cookieDomain }
}
