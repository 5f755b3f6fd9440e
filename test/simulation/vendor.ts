import type { VendorResponse } from '../../src/core/destination.ts'
import type { Letter, LetterEvent } from './letter.ts'
import type { Random } from './random.ts'
import type { Tally } from './tally.ts'

/** How often the vendor answers with what. */
export interface VendorMood {
  readonly limited: number
  readonly failing: number
  readonly locked: number
  /** A gateway in front of it loses patience: the request is done or not. */
  readonly hurried: number
}

export const HEALTHY: VendorMood = { limited: 0, failing: 0, locked: 0, hurried: 0 }

/** What the vendor's answer says of one event. */
export type Verdict = 'delivered' | 'refused' | 'not taken' | 'unknown'

export interface Answer {
  readonly response: VendorResponse
  readonly verdicts: readonly Verdict[]
}

/** `together`: the vendor takes or refuses a request as a whole; `each`: it decides on each event. */
export interface VendorManner {
  readonly decides: 'together' | 'each'
  readonly namesTheGuilty: boolean
}

export interface VendorOptions {
  readonly random: Random
  readonly now: () => number
  /** What its calendar says, in milliseconds since 1970. */
  readonly date: () => number
  readonly tally: Tally
  readonly manner: VendorManner
  readonly onRecord: (id: string) => void
}

/** No event was earlier, and none is as much later than now. */
const FIRST_MS = Date.UTC(1990, 0)
const AHEAD_MS = 365 * 86_400_000

const BULK_LIMITS = [
  { requests: 10, windowMs: 1_000 },
  { requests: 150, windowMs: 60_000 },
]

export const createVendor = ({ random, now, date, tally, manner, onRecord }: VendorOptions) => {
  const known = new Set<string>()
  let mood = HEALTHY
  /** By account. */
  const bulksOf = new Map<string, number[]>()

  const record = ({ events }: Letter): void => {
    for (const { id } of events) {
      known.add(id)
      onRecord(id)
    }
  }

  const isTooMuch = ({ account }: Letter, time: number): boolean => {
    const bulks = (bulksOf.get(account) ?? []).filter((at) => at > time - 60_000)
    bulksOf.set(account, bulks)
    const isOver = BULK_LIMITS.some(
      ({ requests, windowMs }) => bulks.filter((at) => at > time - windowMs).length >= requests,
    )
    if (!isOver) bulks.push(time)
    return isOver
  }

  const all = (letter: Letter, status: number, verdict: Verdict, retryAfterMs?: number): Answer => {
    tally.count(`answered ${status}`)
    return {
      response: { status, body: '{"errors":[]}', retryAfterMs },
      verdicts: letter.events.map(() => verdict),
    }
  }

  /** Only a vendor that is told a text reads it. */
  const isImplausible = ({ time }: LetterEvent): boolean => {
    const ms = typeof time === 'string' ? Date.parse(time) : date()
    return ms < FIRST_MS || ms > date() + AHEAD_MS
  }

  const refuse = (letter: Letter, bad: readonly number[]): Answer => {
    const [first] = letter.events
    const isOfTime = !letter.events[1] && !!first && !first.isPoison && isImplausible(first)
    const named = manner.namesTheGuilty ? bad : []
    const errors = named.map((index) => {
      const event = letter.events[index] as LetterEvent
      // A repeat is named by the field that repeats.
      const field = event.isPoison ? '' : `/attributes/${isImplausible(event) ? 'time' : 'unique_id'}`
      return { source: { pointer: `/data/attributes/events/data/${index}${field}` } }
    })
    if (isOfTime) errors.push({ source: { pointer: '/data/attributes/time' } })
    const guilty = letter.events.length > 1 ? named : [0]
    tally.count(isOfTime ? 'answered 400 for the time' : 'answered 400')
    return {
      response: { status: 400, body: JSON.stringify({ errors, bad: named }) },
      verdicts: letter.events.map(({ isPoison }, index) =>
        // The last word on who is named in a bulk request is spoken when the event comes alone.
        guilty.includes(index) ? (isPoison && letter.kind !== 'bulk' ? 'refused' : 'unknown') : 'not taken',
      ),
    }
  }

  const decideOnEach = (letter: Letter): Answer => {
    const verdicts = letter.events.map(
      ({ isPoison }): Verdict => (isPoison ? 'refused' : random.chance(0.3) ? 'not taken' : 'delivered'),
    )
    record({ ...letter, events: letter.events.filter((_, index) => verdicts[index] === 'delivered') })
    const outcomes = verdicts.map((verdict) =>
      verdict === 'delivered'
        ? { type: 'delivered' }
        : verdict === 'refused'
          ? { type: 'dropped', reason: 'refused' }
          : { type: 'retry', reason: 'busy' },
    )
    tally.count('answered for each event')
    return { response: { status: 200, body: JSON.stringify({ outcomes }) }, verdicts }
  }

  return {
    become(next: VendorMood): void {
      mood = next
    },

    take(letter: Letter): Answer {
      const { kind, events } = letter
      if (random.chance(mood.locked)) return all(letter, random.pick([401, 403]), 'not taken')
      if (random.chance(mood.limited) || (kind === 'bulk' && isTooMuch(letter, now())))
        return all(letter, 429, 'not taken', random.chance(0.5) ? random.spread(90_000) : undefined)
      if (random.chance(mood.failing)) return all(letter, random.pick([500, 503]), 'not taken')
      if (random.chance(mood.hurried)) {
        if (!events.some((event) => event.isPoison || isImplausible(event)) && random.chance(0.5))
          record(letter)
        return all(letter, random.pick([408, 504]), 'unknown')
      }
      if (kind === 'plain' && manner.decides === 'each') return decideOnEach(letter)
      const isBad = (index: number) =>
        events[index]?.isPoison ||
        isImplausible(events[index] as LetterEvent) ||
        (kind === 'bulk' && known.has(`${events[index]?.id}`))
      const bad = [...events.keys()].filter(isBad)
      if (bad.length) return refuse(letter, bad)
      record(letter)
      return all(letter, 202, 'delivered')
    },
  }
}

export type Vendor = ReturnType<typeof createVendor>
