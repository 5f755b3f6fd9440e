import { createRecording, type LoggedRequest, type ReceivedRequest, type Verdict } from './recording.ts'

/** An event as an analytics vendor has recorded it, in the same terms for all of them. */
export interface AnalyticsEvent {
  readonly name: string
  /** The id by which the vendor recognises a repeat. */
  readonly id: string
  /** The user's id, or the vendor's id of a person without one. */
  readonly person: string
  /** When the event happened, in milliseconds since 1970. */
  readonly timeMs: number
  readonly properties: Readonly<Record<string, unknown>>
}

type Traits = Readonly<Record<string, unknown>>

/** What a vendor's rules may do to the account. */
export interface AnalyticsAccount {
  /** Records an event once. */
  record(event: AnalyticsEvent): void
  /** Adds traits to what is known of a person. */
  set(person: string, traits: Traits): void
  /** Merges two ids of one person. */
  merge(from: string, to: string): void
}

export interface AnalyticsEmulatorOptions {
  /** The account's key. @default the key of the vendor's module */
  readonly key?: string
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number
  /** Refuses an event that is otherwise right, for the reason returned. */
  readonly refuse?: (properties: Traits) => string | undefined
}

export interface AnalyticsEmulator {
  handle(request: Request): Promise<Response>
  events(): readonly AnalyticsEvent[]
  /** Returns what is known of each person, under the id that merging has left. */
  people(): ReadonlyMap<string, Traits>
  /** Returns every request in the order of the answers, preflights included. */
  requests(): readonly LoggedRequest[]
  /** Returns the requests that broke the contract. */
  violations(): readonly LoggedRequest[]
  /** Returns how many events were accepted and not recorded, because they had been recorded before. */
  duplicates(): number
  reset(): void
}

/** Makes an account that removes repeats, and records all requests to it; `judge` has the vendor's rules. */
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
