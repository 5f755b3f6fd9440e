import type { Destination } from '../core/destination.ts'
import { bloomreachVisitor } from '../destinations/bloomreach-cookies.ts'
import { type KlaviyoTraces, type KlaviyoVisitor, klaviyoVisitor } from './klaviyo-cookies.ts'

/** Whether a vendor's own script may name the visitor. */
export const isNaming = ({ name }: Destination): boolean => name === 'klaviyo' || name === 'bloomreach'

/** What the vendors' own scripts say of the visitor. The first destination whose vendor knows the visitor names them. */
export const vendorVisitor = (
  destinations: readonly Destination[],
  traces: KlaviyoTraces,
): KlaviyoVisitor => {
  let visitor: KlaviyoVisitor = {}
  for (const { name, siteId = '' } of destinations)
    if (name === 'klaviyo') visitor = { ...klaviyoVisitor(siteId, traces), ...visitor }
    else if (name === 'bloomreach') {
      const { anonymousId } = bloomreachVisitor(traces.cookie)
      visitor = { ...(anonymousId && { anonymousId }), ...visitor }
    }
  return visitor
}
