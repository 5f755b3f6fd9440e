import type { Vendor } from './http/vendor.ts'
import type { KlaviyoEmulator } from './vendors/klaviyo.ts'

const SHOWN = 100

/** What the page `/arrived` shows: the newest first, and no more than a page can hold. */
export const arrivals = (klaviyo: KlaviyoEmulator, vendor: Vendor) => {
  const events = klaviyo.events()
  const requests = klaviyo.requests().filter(({ method }) => method !== 'OPTIONS')
  // The server's log has more than the emulator's: also what a fault kept from it.
  const served = vendor.requests().filter(({ method }) => method !== 'OPTIONS')
  return {
    mode: vendor.mode().type,
    totals: {
      events: events.length,
      profiles: klaviyo.profiles().length,
      requests: served.length,
      failed: served.filter(({ endedAtMs, status }) => endedAtMs !== undefined && status !== 202).length,
      duplicates: klaviyo.duplicates(),
    },
    events: events
      .slice(-SHOWN)
      .reverse()
      .map(({ metric, time, profile, properties, unique_id }) => ({
        metric,
        time,
        person: profile.email ?? profile.external_id ?? profile.anonymous_id ?? 'unknown',
        properties,
        unique_id,
      })),
    requests: requests
      .slice(-SHOWN)
      .reverse()
      .map(({ timeMs, path, status, events, bytes, details }) => ({
        time: new Date(timeMs).toISOString(),
        path,
        status,
        events,
        bytes,
        details,
      })),
  }
}
