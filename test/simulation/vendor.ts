import type { VendorResponse } from '../../src/core/destination.ts'
import type { Letter } from './letter.ts'
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
  readonly tally: Tally
  readonly manner: VendorManner
  readonly onRecord: (id: string) => void
}

const BULK_LIMITS = [
  { requests: 10, windowMs: 1_000 },
  { requests: 150, windowMs: 60_000 },
]

export const createVendor = ({ random, now, tally, manner, onRecord }: VendorOptions) => {
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

  const refuse = (letter: Letter, bad: readonly number[]): Answer => {
    const named = manner.namesTheGuilty ? bad : []
    const errors = named.map((index) => {
      // A repeat is named by the field that repeats.
      const field = letter.events[index]?.isPoison ? '' : '/attributes/unique_id'
      return { source: { pointer: `/data/attributes/events/data/${index}${field}` } }
    })
    const guilty = letter.events.length > 1 ? named : [0]
    tally.count('answered 400')
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
        if (!events.some(({ isPoison }) => isPoison) && random.chance(0.5)) record(letter)
        return all(letter, random.pick([408, 504]), 'unknown')
      }
      if (kind === 'plain' && manner.decides === 'each') return decideOnEach(letter)
      const isBad = (index: number) =>
        events[index]?.isPoison || (kind === 'bulk' && known.has(`${events[index]?.id}`))
      const bad = [...events.keys()].filter(isBad)
      if (bad.length) return refuse(letter, bad)
      record(letter)
      return all(letter, 202, 'delivered')
    },
  }
}

export type Vendor = ReturnType<typeof createVendor>
