import { invalid, type JsonApiError } from '../../../../testing/emulators/json-api.ts'
import { createKlaviyoAccount, type KlaviyoEvent, type ProfileAttributes } from './account.ts'
import { createDocumentReader, type Endpoint } from './document.ts'
import { createKlaviyoGate } from './gate.ts'
import type { KlaviyoLimits } from './limits.ts'
import { createKlaviyoSchemas } from './schema.ts'

/**
 * Why a request was refused: `contract` (it broke a rule of the API), `repeated` (a bulk request repeated a
 * `unique_id`), `rate-limit`, or `asked` (the option `refuse` said so).
 */
export type Refusal = 'contract' | 'repeated' | 'rate-limit' | 'asked'

export type Verdict =
  | { readonly type: 'accepted'; readonly events: number; readonly duplicates: number }
  | {
      readonly type: 'refused'
      readonly refusal: Refusal
      readonly errors: readonly JsonApiError[]
      readonly events: number
      readonly retryAfterSeconds?: number
    }

export interface JudgeOptions {
  readonly companyId: string
  readonly now: () => number
  readonly limits: KlaviyoLimits
  readonly enforceRateLimits: boolean
  readonly refuse: (event: KlaviyoEvent) => string | undefined
}

interface Batch {
  readonly endpoint: Endpoint
  readonly profile: ProfileAttributes
  readonly events: readonly KlaviyoEvent[]
}

const eventPointer = (endpoint: Endpoint, index: number, field: string): string =>
  endpoint === 'bulk' ? `/data/attributes/events/data/${index}${field}` : `/data${field}`

// The count also works on documents that the schema refuses.
const countEvents = (endpoint: Endpoint, document: unknown): number => {
  if (endpoint !== 'bulk') return endpoint === 'single' ? 1 : 0
  const list = ['data', 'attributes', 'events', 'data'].reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    document,
  )
  return Array.isArray(list) ? list.length : 0
}

/** Decides about requests as one Klaviyo account does, and keeps what it accepts. */
export const createKlaviyoJudge = (options: JudgeOptions) => {
  const account = createKlaviyoAccount()
  const gate = createKlaviyoGate(options)
  const read = createDocumentReader(createKlaviyoSchemas(options))

  const refusedByHook = ({ endpoint, events }: Batch): readonly JsonApiError[] =>
    events.flatMap((event, index) => {
      const reason = options.refuse(event)
      return reason === undefined ? [] : [invalid(reason, { pointer: eventPointer(endpoint, index, '') })]
    })

  // The documentation says that a repeated `unique_id` fails a bulk request, but not whether only repeats within the
  // request count. The emulator is stricter: earlier events count, too.
  const repeatedInBulk = ({ profile, events }: Batch): readonly JsonApiError[] =>
    account.repeated(profile, events).map((index) =>
      invalid('The unique_id is repeated for the same profile and metric.', {
        pointer: eventPointer('bulk', index, '/attributes/unique_id'),
      }),
    )

  // A single event that repeats an earlier one is answered like any other, and changes nothing.
  const record = ({ profile, events }: Batch, nowMs: number): Verdict => {
    const repeated = new Set(account.repeated(profile, events))
    const profileId = account.saveProfile(profile)
    for (const [index, event] of events.entries()) {
      if (!repeated.has(index)) account.record(profileId, event, nowMs)
    }
    return { type: 'accepted', events: events.length, duplicates: repeated.size }
  }

  return {
    account,

    judge(request: Request, body: { readonly text: string; readonly bytes: number }): Verdict {
      const nowMs = options.now()
      const passage = gate(request, body, nowMs)
      if (passage.type === 'refused') {
        return { type: 'refused', refusal: 'contract', errors: [passage.error], events: 0 }
      }
      if (passage.type === 'limited') {
        const { error, retryAfterSeconds } = passage
        return { type: 'refused', refusal: 'rate-limit', errors: [error], events: 0, retryAfterSeconds }
      }
      const { endpoint, document } = passage
      const refused = (refusal: Refusal, errors: readonly JsonApiError[]): Verdict => ({
        type: 'refused',
        refusal,
        errors,
        events: countEvents(endpoint, document),
      })

      const content = read(endpoint, document, nowMs)
      if (content.type === 'invalid') return refused('contract', content.errors)
      const batch = { endpoint, profile: content.profile, events: content.events }
      const asked = refusedByHook(batch)
      if (asked.length > 0) return refused('asked', asked)
      const repeated = endpoint === 'bulk' ? repeatedInBulk(batch) : []
      return repeated.length > 0 ? refused('repeated', repeated) : record(batch, nowMs)
    },
  }
}
