import { anyOf } from '../vendors/any-destination.ts'
import type { Data } from '../vendors/attributes.ts'
import { FROM_ATTRIBUTES } from '../vendors/listed/every.ts'

const anyFrom = anyOf(FROM_ATTRIBUTES)

/** The event of a request that is made to read the vendor's address from it. */
const EVENT = {
  id: '01890000-0000-7000-8000-000000000000',
  type: 'track',
  name: 'Viewed Page',
  time: 0,
  properties: {},
  identity: { anonymousId: 'nobody', userId: 'nobody' },
} as const

/**
 * Returns where events are sent: an address, or a path of the page's own origin.
 * @param data a script tag's attributes, by their names in a `dataset`.
 * @throws {TypeError} for a wrong or a private key, as the script would.
 */
export const vendorAddress = (data: Data, vendor: string | undefined): string =>
  anyFrom(data, vendor)[0].encode([EVENT], 'first').url
