import { createFixedWindow } from '../../../../testing/emulators/fixed-window.ts'
import { createRecording, type LoggedRequest } from '../../../../testing/emulators/recording.ts'
import { createBloomreachAccount, type RecordedCustomer, type RecordedEvent } from './account.ts'
import { createBloomreachJudge } from './judge.ts'
import {
  type BloomreachEvent,
  type BloomreachLimits,
  bloomreachLimits,
  createBloomreachSchemas,
} from './schema.ts'

export type { BloomreachEvent, BloomreachLimits, LoggedRequest, RecordedCustomer, RecordedEvent }

export const PROJECT_TOKEN = '8f14e45f-ceea-467f-a8f3-3a1c9b2d4e5f'
export const PUBLIC_TOKEN = '0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqr'

export interface BloomreachEmulatorOptions {
  /** The project's id. @default PROJECT_TOKEN */
  readonly projectToken?: string
  /** The public API token. @default PUBLIC_TOKEN */
  readonly key?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Replaces single limits, so that few events reach them. */
  readonly limits?: Partial<BloomreachLimits>
  /** Whether the rate limits apply. @default true */
  readonly enforceRateLimits?: boolean
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (event: BloomreachEvent) => string | undefined
}

export interface BloomreachEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly RecordedEvent[]
  customers(): readonly RecordedCustomer[]
  /** Returns every request in the order of the answers, preflights included. */
  requests(): readonly LoggedRequest[]
  /** Returns the requests that broke the contract, as a whole or with one of their commands. */
  violations(): readonly LoggedRequest[]
  /** Returns how many events were answered as successful and not recorded, because they had been recorded before. */
  duplicates(): number
  reset(): void
}

/**
 * Emulates Bloomreach Engagement's tracking API in memory, as strictly as its documentation allows.
 *
 * @example
 * const bloomreach = createBloomreachEmulator()
 * const response = await bloomreach.handle(new Request(`http://vendor/track/v2/projects/${PROJECT_TOKEN}/batch`, init))
 */
export const createBloomreachEmulator = ({
  projectToken = PROJECT_TOKEN,
  key = PUBLIC_TOKEN,
  now = Date.now,
  limits: changed = {},
  enforceRateLimits = true,
  refuse = () => undefined,
}: BloomreachEmulatorOptions = {}): BloomreachEmulator => {
  const limits = { ...bloomreachLimits, ...changed }
  const start = () => {
    const account = createBloomreachAccount()
    const window = createFixedWindow(limits.rate)
    let duplicates = 0
    const judge = createBloomreachJudge({
      projectToken,
      key,
      now,
      refuse,
      account,
      commandsPerRequest: limits.commandsPerRequest,
      schemas: createBloomreachSchemas({ limits, now }),
      isLimited: () => enforceRateLimits && window.take(now()).type === 'limited',
      onRepeat: () => {
        duplicates += 1
      },
    })
    return { account, judge, duplicates: () => duplicates }
  }
  let project = start()
  const recording = createRecording((request) => project.judge(request), now)

  return {
    handle: recording.handle,
    events: () => project.account.events(),
    customers: () => project.account.customers(),
    requests: recording.requests,
    violations: recording.violations,
    duplicates: () => project.duplicates(),
    reset() {
      project = start()
      recording.clear()
    },
  }
}
