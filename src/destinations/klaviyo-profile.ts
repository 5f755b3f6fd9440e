import type { Properties, TrackedEvent } from '../core/event.ts'
import { withinLimits } from './klaviyo-limits.ts'
import { withErased } from './with-erased.ts'

/** The vendor's own names beside those of `Identity`; its older scripts write a `$` before them. */
const ATTRIBUTE = /^\$?(first_name|last_name|organization|locale|title|image)$/

/** The profile that an event belongs to. JSON leaves out what is undefined: the vendor's schema is closed, and null erases. */
export const profileOf = ({ type, identity, properties: said }: TrackedEvent, told: Set<string>) => {
  const { anonymousId, userId, email, phone, _kx } = identity
  const {
    firstName: first_name,
    lastName: last_name,
    ...traits
  } = type === 'identify' ? withErased(withinLimits(told, said) as Properties) : {}
  const properties: Record<string, unknown> = {}
  const attributes: Record<string, unknown> = {
    anonymous_id: anonymousId,
    external_id: userId,
    email,
    phone_number: phone,
    _kx,
    properties,
  }
  for (const [name, value] of Object.entries({ first_name, last_name, ...traits })) {
    const own = ATTRIBUTE.exec(name)?.[1]
    // Text is all that the vendor takes there.
    if (!own) properties[name] = value
    else if (Object(value) !== value) attributes[own] = value && `${value}`
  }
  return { type: 'profile', attributes }
}
