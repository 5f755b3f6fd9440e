import { retryAfterMs } from '../../core/backoff.ts'
import type { VendorRequest, VendorResponse } from '../../core/destination.ts'

export type SendResult =
  | { readonly type: 'response'; readonly response: VendorResponse }
  | { readonly type: 'handed-off' }
  | { readonly type: 'failed'; readonly reason: string }

/** All keepalive requests and beacons of a page share 64 KiB of body in flight (Fetch, section 4.7). */
export const KEEPALIVE_BYTES = 65_536

export interface SendOptions {
  readonly timeoutMs: number
  /** The request must outlive the page. */
  readonly leaving: boolean
}

/** Sends one request and never rejects. Small requests outlive the page anyway. */
export const createFetch = (now: () => number) => {
  let inFlight = 0

  const send = async ({ url, headers, body }: VendorRequest, { timeoutMs, leaving }: SendOptions): Promise<SendResult> => {
    const bytes = new Blob([body]).size
    // Half of the budget stays free for what the page hands off when it is left.
    const keepalive = inFlight + bytes <= (leaving ? KEEPALIVE_BYTES : KEEPALIVE_BYTES / 2)
    if (leaving && !(keepalive && 'keepalive' in Request.prototype)) {
      const sent = !headers && navigator.sendBeacon(url, body)
      return sent ? { type: 'handed-off' } : { type: 'failed', reason: 'no room for a request that outlives the page' }
    }
    const counted = keepalive ? bytes : 0
    inFlight += counted
    try {
      const response = await fetch(url, {
        method: 'POST',
        ...(headers && { headers }),
        body,
        keepalive,
        // A vendor that answers `Access-Control-Allow-Origin: *` refuses cookies.
        credentials: 'omit',
        signal: AbortSignal.timeout?.(timeoutMs) ?? null,
      })
      const afterMs = retryAfterMs(response.headers.get('retry-after'), now())
      return {
        type: 'response',
        response: {
          status: response.status,
          // Read in any case: the keepalive budget is held until then.
          body: await response.text(),
          ...(afterMs !== undefined && { retryAfterMs: afterMs }),
        },
      }
    } catch (error) {
      return { type: 'failed', reason: `${error}` }
    } finally {
      inFlight -= counted
    }
  }
  return { send, spareBytes: () => KEEPALIVE_BYTES - inFlight }
}
