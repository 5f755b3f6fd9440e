/** Why an event stays in the queue. */
export type RetryReason =
  /** No answer came: refused connection, time-out, an error response that hides behind CORS. */
  | 'network'
  /** The vendor's gateway says that it does not know what became of the request. */
  | 'unanswered'
  /** 5xx. */
  | 'server'
  /** 429. */
  | 'rate-limit'
  /** Refused together with others; which one is guilty is not known yet. */
  | 'suspect'
  /** Refused together with others, of which the vendor named the guilty ones. */
  | 'innocent'
  /** Wrong key or missing permission: the destination is paused. */
  | 'configuration'

/** Why an event will never be delivered. */
export type DropReason =
  | 'refused'
  | 'expired'
  | 'evicted'
  | 'consent'
  | 'too-large'
  | 'invalid'
  | 'unreadable'

export type Outcome =
  | { readonly type: 'delivered' }
  | { readonly type: 'retry'; readonly reason: RetryReason; readonly afterMs?: number; readonly detail?: string }
  | { readonly type: 'dropped'; readonly reason: DropReason; readonly detail?: string }

/**
 * What an HTTP status means for a whole request, whatever the vendor; 'refused' is left to the destination,
 * which may know the guilty event.
 */
export const outcomeOfStatus = (status: number, afterMs?: number): Outcome | 'refused' => {
  if (status >= 200 && status < 300) return { type: 'delivered' }
  if (status === 401 || status === 403 || status === 404) return { type: 'retry', reason: 'configuration' }
  const reason =
    status === 429 ? 'rate-limit' : status === 408 || status === 504 ? 'unanswered' : status >= 500 ? 'server' : ''
  return reason ? { type: 'retry', reason, ...(afterMs !== undefined && { afterMs }) } : 'refused'
}
