import { invalid } from '../../core/options.ts'
import type { FullTracker } from '../full-tracker.ts'

/** The part that is used of the IAB's `TCData` (Transparency and Consent Framework 2.2, CMP API v2). */
interface TcData {
  /** One of `tcloaded`, `cmpuishown`, `useractioncomplete`. */
  readonly eventStatus?: string
  readonly listenerId?: number
  /** Whether the GDPR applies; missing as long as the CMP does not know. */
  readonly gdprApplies?: boolean
  readonly purpose?: { readonly consents?: Readonly<Record<string, boolean>> }
}

type TcfApi = (
  command: 'addEventListener' | 'removeEventListener',
  version: 2,
  callback: (data: TcData, success: boolean) => void,
  listenerId?: number,
) => void

/**
 * Follows the visitor's choice in a consent platform of the IAB TCF. The consent is `granted` when all these purposes
 * are granted, or when the GDPR does not apply; otherwise it is `denied`. The tracker must be started with `consent:
 * 'required'`.
 * @param purposes the site's own decision; purpose 1 is "Store and/or access information on a device".
 * @returns the function that stops following.
 * @throws {TypeError} when the page has no `__tcfapi`: the platform's own script, or its stub, must come first.
 * @example
 * followTcf(track, [1, 8])
 */
export const followTcf = (track: Pick<FullTracker, 'consent'>, purposes: readonly number[]): (() => void) => {
  const api = (globalThis as { readonly __tcfapi?: TcfApi }).__tcfapi
  if (!api) throw invalid('__tcfapi', api, 'a consent platform of the IAB TCF')
  let listener: number | undefined
  api('addEventListener', 2, ({ eventStatus, listenerId, gdprApplies, purpose }, success) => {
    listener = listenerId
    // An answer that comes while the platform still asks is not the visitor's choice.
    if (!success || !/^(tcloaded|useractioncomplete)$/.test(`${eventStatus}`) || gdprApplies === undefined)
      return
    const isGranted = !gdprApplies || purposes.every((id) => purpose?.consents?.[id] === true)
    track.consent(isGranted ? 'granted' : 'denied')
  })
  return () => {
    if (listener !== undefined) api('removeEventListener', 2, () => undefined, listener)
  }
}
