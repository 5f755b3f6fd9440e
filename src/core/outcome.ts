/** Why an event stays in the queue. */
export type RetryReason =
  /** No answer came, or a gateway's that knows of none; the vendor may have the event or not. */
  | 'unanswered'
  /** 429. */
  | 'rate-limit'
  /** 5xx. */
  | 'server'
  /** Wrong key or missing permission: the destination is paused. */
  | 'paused'
  /** Refused together with others, because of another one. */
  | 'together'

/** Why an event will never be delivered. */
export type DropReason = 'refused' | 'expired' | 'evicted' | 'unreadable' | 'invalid' | 'too-large'

export type Outcome =
  | { readonly type: 'delivered'; readonly reason?: never; readonly detail?: never }
  | {
      readonly type: 'retry'
      readonly reason: RetryReason
      readonly afterMs?: number | undefined
      readonly detail?: string | undefined
    }
  | { readonly type: 'dropped'; readonly reason: DropReason; readonly detail?: string | undefined }

/** Statuses that mean the same at every vendor. */
const REASONS: Readonly<Record<number, RetryReason>> = {
  401: 'paused',
  403: 'paused',
  404: 'paused',
  408: 'unanswered',
  429: 'rate-limit',
  504: 'unanswered',
}

/**
 * What an HTTP status means for a whole request; nothing where the request was refused, for the destination
 * may know the guilty event.
 */
export const outcomeOfStatus = (status: number, afterMs?: number): Outcome | undefined => {
  if (status < 300) return { type: 'delivered' }
  const reason = REASONS[status] ?? (status >= 500 && 'server')
  return reason ? { type: 'retry', reason, afterMs, detail: `HTTP ${status}` } : undefined
}
