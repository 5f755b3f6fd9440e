import type { Change } from './database.ts'
import type { Life } from './scheduler.ts'

/** Tells of a broken invariant, by its number in the design. */
export type Report = (invariant: number, what: string) => void

/** All that is known of one event. */
export interface Fact {
  readonly id: string
  readonly tab: Life
  /** The queue that it was tracked for. */
  readonly queue: string
  /** Who the visitor was then to that account, as JSON. */
  readonly person: string
  readonly trackedAt: number
  readonly isPoison: boolean
  /** Nobody ever answers to it. */
  readonly isCursed: boolean
  /** Answers by which others were delivered that came later. */
  overtaken: number
  /** The page was told that it is durable. */
  stored: boolean
  /** In so many records of the database, and in so many notes. */
  records: number
  notes: number
  recorded: number
  /** The vendor's word reached a tab: it has the event, or refuses it. */
  answer: '' | 'delivered' | 'refused'
  /** The vendor's last word, and which tab has heard it; nothing once another attempt is begun. */
  word: { readonly tab: Life; readonly at: number; readonly verdict: 'delivered' | 'not taken' } | undefined
  /** Out of the queue: delivered, a dead letter, or dropped and counted. */
  settled: '' | 'delivered' | 'assumed' | 'dead letter' | 'dropped'
  settledAt: number
  /** Attempted, by the queue's own account. */
  attempted: boolean
  /** It was taken while localStorage was full: no page could see that, and one that is left hands it off once more. */
  unmarked: boolean
  /** Who sent it could not know of a note that it is in, or that others have taken it. */
  unheard: boolean
  /** Nothing can be asked for it: it lived in the memory of a tab, or its journal died with the browser. */
  exempt: boolean
}

/** A note that was written or removed. */
export interface Noted {
  readonly place: string
  readonly before: string | undefined
  readonly after: string | undefined
  /** It was lost with the browser. */
  readonly isLoss: boolean
}

export interface LedgerOptions {
  /** The names of the queues, one for each account. */
  readonly queues: readonly string[]
  readonly assumeDelivered: boolean
  readonly report: Report
  readonly time: () => number
  readonly recordAt: (key: string) => string | undefined
  /** Whether localStorage takes more. */
  readonly canMark: () => boolean
}

/** A record before one change is the record after the last: so many are read once. */
const MAX_READ = 2_000

/** Remembers what was read from a text. */
const reading = <Content>(read: (json: string) => Content) => {
  const contents = new Map<string, Content>()
  return (json: string): Content => {
    const known = contents.get(json)
    if (known !== undefined) return known
    const content = read(json)
    if (contents.size >= MAX_READ) contents.clear()
    contents.set(json, content)
    return content
  }
}

const readIds = reading((json) => (JSON.parse(json) as { id: string }[]).map(({ id }) => id))

/** The ids of the events in a record. */
export const idsIn = (json: string | undefined): readonly string[] => (json ? readIds(json) : [])

/** As much of a queue's state as matters here. */
interface Stated {
  readonly counts: Readonly<Record<string, number>>
  readonly sending: readonly string[]
  readonly seen?: readonly string[]
  readonly lease: number
}

const NOTHING: Stated = { counts: {}, sending: [], lease: 0 }

const readState = reading((json): Stated => JSON.parse(json))
const stateIn = (json: string | undefined): Stated => (json ? readState(json) : NOTHING)

/** The records that a note holds, and the keys of those that it says were handed off: none where it is an answer. */
const noteIn = (
  json: string | undefined,
): { readonly chunks: Record<string, string>; readonly keys: string[] } => {
  const note = json && JSON.parse(json)
  return note && !note.outcomes ? note : { chunks: {}, keys: [] }
}

/** Answers by which later events may be delivered before one that is repeated: the largest burst, in requests of few. */
const MAX_OVERTAKEN = 1_200

/** No event is too old before. */
const RETENTION_MS = 7 * 86_400_000

/** An answer is written down within this time. */
const SETTLING_MS = 2_000

/** Counted, and to be found elsewhere: at the vendor, among the dead letters. */
const UNCOUNTED = ['delivered', 'refused']

const droppedIn = ({ counts }: Stated): number =>
  Object.entries(counts).reduce((sum, [reason, count]) => (UNCOUNTED.includes(reason) ? sum : sum + count), 0)

/** Keeps account of where every event is, and finds the moment at which one is nowhere. */
export const createLedger = (options: LedgerOptions) => {
  const { queues, assumeDelivered, report, time, recordAt, canMark } = options
  const facts = new Map<string, Fact>()
  const queueIn = (key: string): string => key.slice(0, key.indexOf('/'))
  let cursed = 0
  let clockSetAt = -Infinity
  /** Counted as dropped, or assumed to be delivered, straight from a note. */
  let spare = 0
  /** The events of which a note has ever told. */
  const noteIds = new Map<string, readonly string[]>()
  /** Evicted, and not told of yet. */
  const untold = new Map<Life, number>()

  const move = (
    queue: string,
    json: string | undefined,
    place: 'records' | 'notes',
    by: 1 | -1,
    touched: Set<Fact>,
  ) => {
    for (const id of idsIn(json)) {
      const fact = facts.get(id)
      if (!fact) return report(4, `an event ${id} is stored that nobody has tracked`)
      if (fact.queue !== queue) report(12, `${id} of ${fact.queue} is in ${queue}`)
      fact[place] += by
      touched.add(fact)
    }
  }

  /** So many have expired of this queue. */
  const checkAge = (queue: string, expired: number): void => {
    const isOld = (fact: Fact) => fact.queue === queue && time() - fact.trackedAt >= RETENTION_MS
    if ([...facts.values()].filter(isOld).length < expired)
      report(2, `${expired} of ${queue} expire too early`)
  }

  const factsOf = (ids: readonly string[]): readonly Fact[] => ids.flatMap((id) => facts.get(id) ?? [])

  const isNowhere = (fact: Fact) => !fact.records && !fact.notes && !fact.settled && !fact.exempt

  const end = (fact: Fact, how: Fact['settled']): void => {
    const { id, word } = fact
    // Of one that was handed off before, without the word of it, another attempt says nothing.
    if (how === 'assumed' && !fact.unheard && word?.verdict === 'not taken' && time() > word.at + SETTLING_MS)
      report(2, `${id} is assumed to be delivered, and ${word.tab.name} knows that it is not`)
    if (!fact.settled) fact.settledAt = time()
    fact.settled = how
  }

  /** Written down to be sent: what was said of these before is not the last word any more. */
  const begin = (keys: readonly string[], chunks: Record<string, string> = {}): void => {
    for (const fact of factsOf(keys.flatMap((key) => idsIn(chunks[key] ?? recordAt(key))))) {
      if (fact.word?.verdict === 'not taken') fact.word = undefined
      fact.unmarked ||= !canMark()
    }
  }

  const settle = (fact: Fact): boolean => {
    if (fact.answer === 'delivered') end(fact, 'delivered')
    return !!fact.settled
  }

  return {
    facts: facts as ReadonlyMap<string, Fact>,
    isAnyCursed: () => cursed > 0,

    turnClock(): void {
      clockSetAt = time()
    },

    /** These were delivered: those that were stored before them may not be passed over again and again. */
    overtake(queue: string, ids: readonly string[]): void {
      const [first = ''] = [...ids].sort()
      for (const fact of facts.values()) {
        if (fact.id > first || fact.queue !== queue || !fact.stored) continue
        if (fact.settled || fact.exempt || fact.isPoison || fact.isCursed) continue
        if (++fact.overtaken > MAX_OVERTAKEN) report(11, `${fact.id} waits while others are delivered`)
      }
    },

    tracked(fact: Pick<Fact, 'id' | 'tab' | 'queue' | 'person' | 'isPoison' | 'isCursed' | 'exempt'>): void {
      if (fact.isCursed) cursed++
      const { id, tab, queue, person, isPoison, isCursed, exempt } = fact
      facts.set(id, {
        id,
        tab,
        queue,
        person,
        isPoison,
        isCursed,
        exempt,
        trackedAt: time(),
        overtaken: 0,
        stored: false,
        records: 0,
        notes: 0,
        recorded: 0,
        answer: '',
        word: undefined,
        settled: '',
        settledAt: 0,
        attempted: false,
        unmarked: false,
        // It may lie below what its page has said a moment before, by the other clock.
        unheard: time() < clockSetAt + SETTLING_MS,
      })
    },

    stored(ids: readonly string[]): void {
      for (const id of ids) {
        const fact = facts.get(id)
        if (!fact) continue
        fact.stored = true
        if (isNowhere(fact)) report(2, `${id} was said to be stored and is not`)
      }
    },

    committed(life: Life, changes: readonly Change[]): void {
      const touched = new Set<Fact>()
      let excuse: Fact['settled'] = 'dropped'
      let excused = 0
      for (const [key, before, after] of changes) {
        if (before === after) continue
        const queue = queueIn(key)
        if (!queues.includes(queue)) report(12, `${key} belongs to no account`)
        if (key.startsWith(`${queue}/e/`)) {
          move(queue, before, 'records', -1, touched)
          move(queue, after, 'records', 1, touched)
        } else if (key === `${queue}/s`) {
          const then = stateIn(before)
          const now = stateIn(after)
          const more = (reason: 'delivered' | 'evicted' | 'expired') =>
            (now.counts[reason] ?? 0) - (then.counts[reason] ?? 0)
          const assumed = assumeDelivered ? more('delivered') : 0
          if (more('expired')) checkAge(queue, now.counts.expired ?? 0)
          excused = droppedIn(now) - droppedIn(then) + assumed
          if (assumed) excuse = 'assumed'
          untold.set(life, (untold.get(life) ?? 0) + more('evicted'))
          if (now.lease > 0 && now.lease !== then.lease) begin(now.sending)
        } else if (key.startsWith(`${queue}/d/`) && after) {
          const fact = facts.get(key.slice(queue.length + 3))
          if (!fact) continue
          const isGuilty = fact.isPoison || (fact.isCursed && JSON.parse(after).reason === 'never-answered')
          if (!isGuilty && !fact.exempt) report(8, `${fact.id} is a dead letter and innocent`)
          end(fact, 'dead letter')
        }
      }
      const removed = [...touched].filter((fact) => !fact.records && !fact.exempt && !settle(fact))
      const unexplained = removed.filter(isNowhere)
      // Where all are counted, so are those of which a note still tells.
      for (const fact of removed.length > excused ? unexplained : removed) end(fact, excuse)
      spare += Math.max(0, excused - removed.length)
      if (unexplained.length > excused)
        report(2, `removed without an answer, uncounted: ${unexplained.map(({ id }) => id).join(' ')}`)
    },

    noted({ place, before, after, isLoss }: Noted): void {
      const [, queue = '', id] = place.split('/')
      if (!id) return
      const touched = new Set<Fact>()
      for (const json of Object.values(noteIn(before).chunks)) move(queue, json, 'notes', -1, touched)
      for (const json of Object.values(noteIn(after).chunks)) move(queue, json, 'notes', 1, touched)
      const { keys, chunks } = noteIn(after)
      begin(keys, chunks)
      if (after !== undefined)
        noteIds.set(place, [
          ...Object.values(chunks).flatMap(idsIn),
          ...keys.flatMap((key) => idsIn(recordAt(key))),
        ])
      const gone = [...touched].filter((fact) => isNowhere(fact) && !settle(fact))
      for (const fact of gone) {
        // What the browser loses when it is killed was promised to nobody yet.
        if (isLoss && !fact.stored) continue
        if (spare > 0) {
          spare--
          end(fact, 'dropped')
        } else report(2, `${fact.id} was only in a note, which is gone`)
      }
    },

    /**
     * A worker that is alone knows no note of which no page has told it: it left for another site, or before there was a
     * worker. What the page has handed off may be sent again, and what is only noted too may come back.
     */
    workerTook(written: readonly Change[], notes: ReadonlyMap<string, string>): void {
      for (const [key, before, after] of written) {
        const { sending, seen = [], lease } = stateIn(after)
        if (!key.endsWith('/s') || lease === stateIn(before).lease) continue
        const taken = new Set(sending.flatMap((its) => idsIn(recordAt(its))))
        for (const place of notes.keys())
          if (!seen.includes(place))
            for (const id of noteIds.get(place) ?? []) {
              const fact = facts.get(id)
              if (fact && taken.has(id)) fact.unheard = true
            }
      }
    },

    /** A page that is left hands these off. */
    handedOff(ids: readonly string[]): void {
      for (const fact of factsOf(ids)) fact.unheard ||= fact.unmarked
    },

    /** A page tells the worker alone of what it is storing, for localStorage is full: others may take it before. */
    toldWorker(
      notes: readonly (readonly [place: string, text: string])[],
      kept: ReadonlyMap<string, string>,
    ): void {
      for (const [place, text] of notes)
        if (!kept.has(place))
          for (const fact of factsOf(Object.values(noteIn(text).chunks).flatMap(idsIn))) fact.unheard = true
    },

    /** What the vendor said to these tabs cannot be known to others any more. */
    excuse(which: (life: Life) => boolean): void {
      for (const fact of facts.values()) if (fact.word && which(fact.word.tab)) fact.word = undefined
    },

    /** The page was told that so many events were evicted. */
    told(life: Life, evicted: number): void {
      untold.set(life, (untold.get(life) ?? 0) - evicted)
    },

    /** What became of them was told to nobody, though there was somebody. */
    checkTold(): void {
      for (const [{ name, alive, frozen }, events] of untold)
        if (alive && !frozen && events) report(2, `${name} has evicted ${events} events more than it tells`)
    },

    /** Those whose attempt was never written down, or no longer is. */
    withoutJournal(written: Iterable<readonly [key: string, json: string]>): readonly Fact[] {
      const records = new Map(written)
      const journaled = new Set<string>()
      for (const [place, json] of written) {
        const { chunks = {}, keys = [] } =
          place.startsWith('sendoff/') && place.split('/')[2]
            ? noteIn(json)
            : { keys: [...(place.endsWith('/s') ? stateIn(json).sending : [])] }
        const noted = keys.flatMap((key) => idsIn(chunks[key] ?? records.get(key)))
        for (const id of place.split('/')[2] === 'again' ? idsIn(json) : noted) journaled.add(id)
      }
      return [...facts.values()].filter(({ id, attempted }) => attempted && !journaled.has(id))
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
