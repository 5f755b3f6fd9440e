import type { TrackedEvent } from '../core/event.ts'
import type { SharedState } from './shared-state.ts'

/** The event without what the vendor has refused of its person: with that, it would be refused again. */
export const withoutRefused = (
  event: TrackedEvent,
  { email, phone }: SharedState['refused'],
): TrackedEvent => {
  const { identity } = event
  const isEmail = !!email && identity.email === email
  const isPhone = !!phone && identity.phone === phone
  if (!isEmail && !isPhone) return event
  const cleared = { ...(isEmail && { email: undefined }), ...(isPhone && { phone: undefined }) }
  return { ...event, identity: { ...identity, ...cleared } as TrackedEvent['identity'] }
}
