import type { Destination } from '../core/destination.ts'
import type { Identity } from '../core/event.ts'
import { bloomreachVisitor } from '../destinations/bloomreach-cookies.ts'
import { type KlaviyoTraces, klaviyoVisitor } from './klaviyo-cookies.ts'

/** What the vendors' own scripts say of a visitor. */
export interface VendorVisitor {
  /** Holds for a visitor who is not known yet. */
  readonly anonymous: Partial<Identity>
  /** Holds for whoever is here now. */
  readonly current: Partial<Identity>
}

/** The first destination whose vendor knows the visitor names them. */
export const vendorVisitor = (destinations: readonly Destination[], traces: KlaviyoTraces): VendorVisitor => {
  let anonymous: Partial<Identity> = {}
  let current: Partial<Identity> = {}
  for (const { name, siteId = '' } of destinations)
    if (name === 'klaviyo') {
      const { anonymousId, followed, remembered } = klaviyoVisitor(siteId, traces)
      anonymous = {
        ...(anonymousId && { anonymousId }),
        ...(remembered && { _kx: remembered }),
        ...anonymous,
      }
      if (followed) current = { _kx: followed }
    } else if (name === 'bloomreach') {
      const { anonymousId } = bloomreachVisitor(traces.cookie)
      anonymous = { ...(anonymousId && { anonymousId }), ...anonymous }
    }
  return { anonymous, current }
}
