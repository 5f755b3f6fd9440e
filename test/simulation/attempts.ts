import type { Destination } from '../../src/core/destination.ts'
import type { Fact, Ledger, Report } from './ledger.ts'
import type { Letter, LetterEvent } from './letter.ts'
import type { People } from './people.ts'
import type { Life, Scheduler } from './scheduler.ts'
import type { Tally } from './tally.ts'
import type { Verdict } from './vendor.ts'

/** The answer to a hand-off is waited for as long. */
const HAND_OFF_MS = 10_000
/** A sender that gives no sign for so long may be overtaken: its lease, less what storage takes. */
const LEASE_MS = 40_000
/** What is begun is sent within this time. */
const SETTLING_MS = 2_000
/** Bulk requests in any such window. */
const WINDOWS = [
  { requests: 10, windowMs: 1_000 },
  { requests: 150, windowMs: 60_000 },
]

/** One request, from its sending to what became of it: of a beacon nobody ever knows, so its time has to pass. */
export interface Attempt {
  readonly kind: 'round' | 'hand-off' | 'beacon'
  readonly tab: Life
  readonly letter: Letter
  readonly sentAt: number
  end: 'flying' | 'answered' | 'unanswered'
  verdicts: readonly Verdict[]
  /** Others need not wait for it any more: its tab froze or died, storage failed it, the clock was changed. */
  isOver: boolean
  /** localStorage was full: a page that is left cannot see that these were taken, and hands them off once more. */
  readonly isUnmarked: boolean
}

export interface AttemptsOptions {
  readonly destination: Destination
  readonly ledger: Ledger
  readonly people: People
  readonly scheduler: Scheduler
  readonly report: Report
  readonly tally: Tally
  /** The tab lives on its own memory, or the clock was changed so lately that no limit holds. */
  readonly isExempt: (life: Life) => boolean
  /** The tab lives on its own memory, and what it says to a worker is lost: the worker cannot know its answers. */
  readonly isUnheard: (life: Life) => boolean
  readonly canMark: () => boolean
  readonly canNote: () => boolean
}

const NONE: readonly Attempt[] = []

/** Watches what is sent: by how many at once, how often, and whether it was sent before. */
export const createAttempts = ({
  destination,
  ledger,
  people,
  scheduler,
  report,
  tally,
  isExempt,
  isUnheard,
  canMark,
  canNote,
}: AttemptsOptions) => {
  const { limits, assumeDelivered } = destination
  const ofEvent = new Map<string, readonly Attempt[]>()
  const encoded = new Map<string, string>()
  const times = new Map<string, LetterEvent['time']>()
  const all: Attempt[] = []
  const bulks: { readonly at: number; readonly account: string }[] = []
  let clockSetAt = -Infinity

  const isLate = ({ kind, sentAt }: Attempt): boolean =>
    scheduler.time() - sentAt >= (kind === 'round' ? LEASE_MS : HAND_OFF_MS)
  const mayPass = (attempt: Attempt): boolean =>
    attempt.isOver || attempt.end === 'unanswered' || isLate(attempt)

  /** Whoever it was when the event was tracked; where nobody, and the vendor takes none, whoever said so since. */
  const isRight = ({ person, queue }: Fact, sentAs: LetterEvent['person']): boolean => {
    const tracked: LetterEvent['person'] = JSON.parse(person)
    const { anonymousId, userId, email } = sentAs
    if (anonymousId !== tracked.anonymousId) return false
    return destination.heldKeyOf && !tracked.userId
      ? people.isOwner(queue, sentAs)
      : userId === tracked.userId && email === tracked.email
  }

  /** What was tried before is tried again only where it may have to be. */
  const checkRepeat = (attempt: Attempt, before: Attempt, fact: Fact): void => {
    const { id } = fact
    const { verdicts, letter } = before
    const verdict = verdicts[letter.events.findIndex((event) => event.id === id)] ?? 'unknown'
    if (verdict === 'not taken' || (before.isUnmarked && attempt.kind !== 'round')) return
    if (!mayPass(before)) report(5, `${id} is sent again, and the first attempt is ${before.end}`)
    // No lease and no note is worth anything when the clock was set a moment ago: it may go on so.
    if (attempt.isOver) fact.unheard = true
    if (!mayPass(before) || attempt.isOver) return
    if (assumeDelivered) report(5, `${id} is sent again, though delivery is assumed`)
    else if (attempt.letter.kind === 'bulk') report(5, `${id} is sent again in a bulk request`)
  }

  const checkEvent = (attempt: Attempt, event: LetterEvent): void => {
    const { id } = event
    const fact = ledger.facts.get(id)
    if (!fact) {
      report(4, `an event ${id} is sent that nobody has tracked`)
      return
    }
    if (!fact.queue.endsWith(`:${attempt.letter.account}`))
      report(12, `${id} of ${fact.queue} is sent to ${attempt.letter.account}`)
    if (event.isStranger && destination.heldKeyOf) report(4, `${id} is sent before it is known whose it is`)
    if ((encoded.get(id) ?? event.encoded) !== event.encoded) report(4, `${id} is not encoded as before`)
    encoded.set(id, event.encoded)
    // By a clock that was corrected it may be left out.
    if ((times.get(id) ?? event.time ?? '') !== (event.time ?? times.get(id) ?? ''))
      report(4, `${id} is told with another time than before`)
    times.set(id, event.time ?? times.get(id))
    const isAsTracked = fact.person === JSON.stringify(event.person) && !destination.heldKeyOf
    if (!isAsTracked && !isRight(fact, event.person))
      report(13, `${id} of ${fact.person} is sent as of ${JSON.stringify(event.person)}`)
    const earlier = ofEvent.get(id) ?? NONE
    ofEvent.set(id, [...earlier, attempt])
    fact.attempted = true
    if (fact.exempt) return
    if (fact.unheard) {
      if (earlier[0]) tally.count('events sent again for want of a word')
      return
    }
    const isUnseen = attempt.kind !== 'round' && earlier.some(({ isUnmarked }) => isUnmarked)
    const isKnown = fact.word?.verdict === 'delivered' && scheduler.time() > fact.word.at + SETTLING_MS
    if (fact.word && isKnown && !isUnseen)
      report(5, `${id} is sent again, and ${fact.word.tab.name} knows that it is delivered`)
    // Evicted while it was on its way, it is counted once too often, and lost or sent twice it is not.
    // An answer that was given up may still come between the journal of the second attempt and its request.
    const isRace = earlier.every(mayPass) && fact.settledAt > scheduler.time() - SETTLING_MS
    // Taken, and assumed to be delivered, it may never have been sent: the clock was set in between.
    if (earlier[0] && fact.settled && fact.settled !== 'dropped' && !isRace && !isUnseen)
      report(5, `${id} is sent after it was ${fact.settled}`)
    for (const before of earlier) checkRepeat(attempt, before, fact)
  }

  const checkRate = ({ account }: Letter): void => {
    const time = scheduler.time()
    bulks.push({ at: time, account })
    for (const { requests, windowMs } of WINDOWS)
      if (bulks.filter((its) => its.account === account && its.at > time - windowMs).length > requests)
        report(7, `more than ${requests} bulk requests in ${windowMs} ms`)
  }

  return {
    sent(tab: Life, letter: Letter, kind: Attempt['kind']): Attempt {
      const attempt: Attempt = {
        kind,
        tab,
        letter,
        sentAt: scheduler.time(),
        end: 'flying',
        verdicts: [],
        isOver: scheduler.time() < clockSetAt + SETTLING_MS,
        isUnmarked: !canMark(),
      }
      if (letter.events.length > limits.events) report(7, `${letter.events.length} events in one request`)
      if (letter.bytes > limits.bytes) report(7, `${letter.bytes} bytes in one request`)
      const rival = all.find(
        (other) =>
          other.kind === 'round' &&
          other.letter.account === letter.account &&
          other.end === 'flying' &&
          !mayPass(other) &&
          !isExempt(other.tab),
      )
      if (rival && kind === 'round' && !isExempt(tab))
        report(6, `${tab.name} sends while ${rival.tab.name} does`)
      if (letter.kind === 'bulk' && kind === 'round' && !isExempt(tab)) checkRate(letter)
      if (kind !== 'round') ledger.handedOff(letter.events.map(({ id }) => id))
      for (const event of letter.events) checkEvent(attempt, event)
      all.push(attempt)
      return attempt
    },

    answered(attempt: Attempt, verdicts: readonly Verdict[]): void {
      attempt.end = verdicts.includes('unknown') ? 'unanswered' : 'answered'
      attempt.verdicts = verdicts
      const delivered = attempt.letter.events.filter((_, index) => verdicts[index] === 'delivered')
      const queue = ledger.facts.get(`${delivered[0]?.id}`)?.queue
      if (queue && ledger.isAnyCursed() && !destination.heldKeyOf)
        ledger.overtake(
          queue,
          delivered.map(({ id }) => id),
        )
      attempt.letter.events.forEach(({ id }, index) => {
        const verdict = verdicts[index]
        const fact = ledger.facts.get(id)
        if (!fact) return
        if (verdict === 'delivered' || verdict === 'refused') fact.answer = verdict
        // When the clock was set a moment before, or the answer comes late, others may have begun another attempt.
        const isCalm = attempt.sentAt > clockSetAt + SETTLING_MS
        const isOnly = !isLate(attempt) && ofEvent.get(id)?.length === 1
        const isWord = verdict === 'not taken' || (verdict === 'delivered' && isOnly)
        if (isCalm && isWord && !isUnheard(attempt.tab))
          fact.word = { tab: attempt.tab, at: scheduler.time(), verdict }
        // Neither the database nor localStorage takes the answer of a tab with memory alone.
        if (isExempt(attempt.tab) && !canNote()) fact.exempt = true
      })
    },

    /** The browser has sent nothing, and its tab knows it. */
    refused(tab: Life, { events }: Letter): void {
      for (const { id } of events) {
        const fact = ledger.facts.get(id)
        if (fact && !ofEvent.has(id)) fact.word = { tab, at: scheduler.time(), verdict: 'not taken' }
      }
    },

    /** Nobody has to wait for these any more. */
    giveUp(which: (attempt: Attempt) => boolean): void {
      for (const attempt of all) if (which(attempt)) attempt.isOver = true
    },

    /** No rate and no lease is the same after a change of the clock; nor are those of what is under way. */
    turnClock(): void {
      bulks.splice(0)
      clockSetAt = scheduler.time()
      for (const attempt of all) attempt.isOver = true
    },
  }
}

export type Attempts = ReturnType<typeof createAttempts>
