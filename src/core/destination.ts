import type { TrackedEvent } from './event.ts'
import type { Outcome } from './outcome.ts'

/** A rate in the form of the generic cell rate algorithm; see `pace.ts`. */
export interface Pace {
  /** Requests of the same name share the limit. */
  readonly name: string
  /** Milliseconds between requests in the long run. */
  readonly intervalMs: number
  /** Requests that may leave at once after a pause. */
  readonly burst: number
}

export interface VendorRequest {
  readonly url: string
  /** Left out where the vendor takes a request that needs no preflight: then `sendBeacon` can carry it too. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** One request and the events that it carries. */
export interface Part {
  readonly request: VendorRequest
  readonly events: readonly TrackedEvent[]
  readonly pace: Pace
}

export interface VendorResponse {
  readonly status: number
  /** As far as the vendor lets a script of another origin read it. */
  readonly retryAfterMs?: number
  readonly body: string
}

/** One vendor: pure functions from events to requests and from responses to outcomes. */
export interface Destination {
  readonly name: string
  /** The public key. A destination that was paused for a wrong key starts again when this changes. */
  readonly key: string
  readonly limits: {
    /** Events in one request. */
    readonly events: number
    /** Bytes of one request's body. */
    readonly bytes: number
  }
  /**
   * The one request that carries the first of these events and as many more as go with it. Pure: a resend of
   * the same event says the same. `resend` is an attempt after one that ended without an answer.
   */
  encode(events: readonly [TrackedEvent, ...TrackedEvent[]], attempt: 'first' | 'resend'): Part
  /** One outcome for each event of the part, in order, for any status and any body; never throws. */
  interpret(part: Part, response: VendorResponse): readonly Outcome[]
}
