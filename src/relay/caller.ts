import { createPace, type Pace } from './limits/pace.ts'
import type { Observe } from './observation.ts'
import { readBody } from './request/read-body.ts'
import type { Call, Vendor, VendorAnswer, VendorRequest } from './vendor.ts'
import type { World } from './world.ts'

/** The longest wait for a vendor's answer. */
export const CALL_MS = 10_000

/** The most bytes of an answer that are read; no vendor needs as many. */
const MAX_ANSWER_BYTES = 1_000_000

/**
 * The longest wait that a vendor may ask for: a mistake of the vendor's must not silence it until somebody restarts the
 * relay.
 */
const MAX_WAIT_MS = 60 * 60 * 1_000

/** The headers that name a wait in seconds: the standard's and the one that Yotpo names. */
const WAIT_HEADERS = ['retry-after', 'ratelimit-reset']

/** Returns how long the vendor asks to wait, an hour at most; `fallbackMs` where it does not say, or not in seconds. */
export const waitAskedFor = (headers: Headers, fallbackMs: number): number => {
  const seconds = WAIT_HEADERS.map((name) => Number(headers.get(name))).find((number) => number > 0)
  return seconds ? Math.min(Math.ceil(seconds * 1_000), MAX_WAIT_MS) : fallbackMs
}

/** Makes the only way to one vendor for all requests to the relay, because the vendor's limit is kept here. */
export const createCaller = (
  { name, rate, limitedMs }: Vendor,
  { fetch, now, sleep }: World,
  observe?: Observe,
  pace: Pace = createPace(rate),
) => {
  const send = async ({ url, ...init }: VendorRequest): Promise<VendorAnswer> => {
    try {
      // A redirect would carry the credential to another address, so it is not followed.
      const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(CALL_MS) })
      return {
        type: 'answered',
        status: response.status,
        headers: response.headers,
        body: (await readBody(response, MAX_ANSWER_BYTES)) ?? '',
      }
    } catch {
      // The connection failed, timed out or broke. The error may quote the request, so it is not passed on.
      return { type: 'unanswered' }
    }
  }

  /** Returns the call for requests that have to leave before `deadlineMs`. */
  return (deadlineMs: number): Call =>
    async (request) => {
      const turn = await pace.take(now(), Math.max(0, deadlineMs - now()))
      if (turn.type === 'full') return { type: 'waiting', afterMs: turn.afterMs }
      if (turn.waitMs > 0) await sleep(turn.waitMs)
      const answer = await send(request)
      observe?.({
        type: 'call',
        vendor: name,
        status: answer.type === 'answered' ? answer.status : answer.type,
      })
      if (answer.type === 'answered' && answer.status === 429)
        await pace.quiet(now() + waitAskedFor(answer.headers, limitedMs), now())
      return answer
    }
}
