import { createRecording, type LoggedRequest, type ReceivedRequest, type Verdict } from './recording.ts'

/** An event as an analytics vendor has recorded it, in the same words for all of them. */
export interface AnalyticsEvent {
  readonly name: string
  /** By which the vendor recognises a repeat. */
  readonly id: string
  /** The user's id, or what the vendor calls who has none. */
  readonly person: string
  /** Milliseconds since 1970. */
  readonly timeMs: number
  readonly properties: Readonly<Record<string, unknown>>
}

type Traits = Readonly<Record<string, unknown>>

/** What a vendor's rules may do to the account. */
export interface AnalyticsAccount {
  /** Records an event once. */
  record(event: AnalyticsEvent): void
  /** Adds to what is known of a person. */
  set(person: string, traits: Traits): void
  /** What two ids of one person become. */
  merge(from: string, to: string): void
}

export interface AnalyticsEmulatorOptions {
  /** @default the key of the vendor's module */
  readonly key?: string
  /** @default Date.now */
  readonly now?: () => number
  /** Refuses an event that is otherwise fine, for the reason returned. */
  readonly refuse?: (properties: Traits) => string | undefined
}

export interface AnalyticsEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly AnalyticsEvent[]
  /** What is known of each person, under the id that merging has left. */
  people(): ReadonlyMap<string, Traits>
  /** Every request in the order of their answers, preflights included. */
  requests(): readonly LoggedRequest[]
  /** The requests that broke the contract. */
  violations(): readonly LoggedRequest[]
  /** How many events were accepted and not recorded, as they had been before. */
  duplicates(): number
  reset(): void
}

/** An account that removes repeats, and the record of all requests to it; `judge` has the vendor's rules. */
export const createAnalyticsEmulator = (
  judge: (request: ReceivedRequest, account: AnalyticsAccount) => Verdict,
  now: () => number,
): AnalyticsEmulator => {
  let events = new Map<string, AnalyticsEvent>()
  let people = new Map<string, Traits>()
  let aliases = new Map<string, string>()
  let duplicates = 0
  const account: AnalyticsAccount = {
    record(event) {
      const key = JSON.stringify([event.name, event.person, event.id])
      if (events.has(key)) duplicates += 1
      else events.set(key, event)
    },
    set: (person, traits) => void people.set(person, { ...people.get(person), ...traits }),
    merge: (from, to) => void aliases.set(from, to),
  }
  const recording = createRecording((request) => judge(request, account), now)
  return {
    handle: recording.handle,
    events: () =>
      [...events.values()].map((event) => ({ ...event, person: aliases.get(event.person) ?? event.person })),
    people: () => people,
    requests: recording.requests,
    violations: recording.violations,
    duplicates: () => duplicates,
    reset() {
      events = new Map()
      people = new Map()
      aliases = new Map()
      duplicates = 0
      recording.clear()
    },
  }
}
