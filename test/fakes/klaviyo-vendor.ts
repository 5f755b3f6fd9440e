import type { TrackedEvent } from '../../src/core/event.ts'
import { klaviyo } from '../../src/vendors/klaviyo/destination.ts'
import {
  createKlaviyoEmulator,
  type KlaviyoEmulatorOptions,
} from '../../src/vendors/klaviyo/emulator/emulator.ts'
import { NOON } from '../events.ts'

/** The strict emulator and the destination, with no network between them. */
export const createKlaviyoVendor = (options: KlaviyoEmulatorOptions = {}) => {
  const destination = klaviyo({ companyId: 'AbC123', endpoint: 'https://vendor.test' })
  const emulator = createKlaviyoEmulator({ now: () => NOON, enforceRateLimits: false, ...options })
  return {
    destination,
    emulator,
    /** The answer to a request with these events, as a page sees it. */
    async send(events: readonly TrackedEvent[], attempt: 'first' | 'resend' = 'first', now?: number) {
      const { url, headers = {}, body } = destination.encode(events, attempt, now)
      const response = await emulator.handle(
        new Request(url, { method: 'POST', headers: { ...headers }, body }),
      )
      return { status: response.status, body: await response.text() }
    },
  }
}
