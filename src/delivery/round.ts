import type { Lock } from '../browser/lock.ts'
import type { Destination, Part, VendorRequest } from '../core/destination.ts'
import type { TrackedEvent } from '../core/event.ts'
import type { Outcome } from '../core/outcome.ts'
import { paceNext } from '../core/pace.ts'
import { LEASE_MS, type Plan, plan, REQUEST_MS, remaining } from '../core/plan.ts'
import { settled } from '../core/settlement.ts'
import type { Claim, Queue, Taken } from '../storage/queue.ts'
import type { Span } from '../storage/take.ts'
import type { SendOptions, SendResult } from './transports/fetch.ts'

export interface RoundOptions {
  readonly destination: Destination
  readonly queue: Queue
  readonly lock: Lock
  readonly send: (request: VendorRequest, options: SendOptions) => Promise<SendResult>
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly maxAgeMs: number
  readonly unanswered: 'resend' | 'assume-delivered'
  readonly onSettled: (answer: Answer) => void
}

/** What became of these events. */
export interface Answer {
  readonly events: readonly TrackedEvent[]
  readonly span: Span
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** What the scheduler makes of a round: look again at once, later, or when there is something new. */
export type Verdict =
  | Extract<Plan, { type: 'idle' | 'wait' }>
  | { readonly type: 'busy' }
  | { readonly type: 'again' }

type Decision = { readonly taken: Taken; readonly claim?: Claim } & (Plan | { readonly type: 'busy' })

/** One request, from choosing its events to settling them. */
export const createRound = (options: RoundOptions) => {
  const { destination, queue, lock, send, now, random, newId, onSettled } = options
  const answers: Answer[] = []
  let refusedAt = 0

  const settle = async (answer: Answer, owner = '') => {
    const { events, span, outcomes } = answer
    const time = now()
    await queue.settle(span, {
      outcomes,
      deadLetters: events.flatMap((event) => {
        const outcome = outcomes.get(event.id)
        const refused = outcome?.type === 'dropped' && outcome.reason === 'refused'
        return refused ? [{ event, detail: outcome.detail ?? '', time }] : []
      }),
      advance: (state) => {
        const next = settled(state, outcomes, { key: destination.key, now: time, random })
        return state.lease.owner === owner ? { ...next, lease: { owner: '', until: 0 } } : next
      },
    })
    onSettled(answer)
  }

  const choose = (taken: Taken, id: string, grantedAt: number, hopeful: boolean): Decision => {
    const { state } = taken
    const time = now()
    // A lease that is younger than our lock is of a tab that took us for dead; without locks any other's counts.
    const { until } = state.lease
    if (remaining(until, LEASE_MS, time) && until - LEASE_MS > grantedAt) return { type: 'busy', taken }
    const next = plan(taken, { ...options, now: time, hopeful })
    if (next.type !== 'send') return { ...next, taken }
    const { pace, events } = next.part
    const due = { ...state.due, [pace.name]: paceNext(pace, state.due[pace.name] ?? 0, time) }
    const claim: Claim = {
      id,
      attempt: { ids: events.map((event) => event.id), until: 0 },
      state: { ...state, due, lease: { owner: id, until: time + LEASE_MS } },
    }
    return { ...next, taken, claim }
  }

  const underLock = async (grantedAt: number, hopeful: boolean): Promise<Verdict> => {
    for (const answer of answers.splice(0)) await settle(answer)
    const id = newId()
    const begun = await queue.begin((taken) => choose(taken, id, grantedAt, hopeful))
    if (!begun) return { type: 'again' }
    const { span, events } = begun.taken
    if (begun.type === 'settle') {
      const { outcomes } = begun
      await settle({ events: events.filter((event) => outcomes.has(event.id)), span, outcomes })
    } else if (begun.type === 'send') {
      const { part } = begun
      const result = await send(part.request, { timeoutMs: REQUEST_MS, leaving: false })
      await settle({ events: part.events, span, outcomes: outcomesOf(destination, part, result) }, id)
    } else return begun
    return { type: 'again' }
  }

  return {
    /** `hopeful`: something has changed that is worth a try before the back-off is over. */
    async run(hopeful: boolean): Promise<Verdict> {
      // Refused for longer than any round lasts, and no sign of life: the holder is frozen.
      const frozen = refusedAt && now() - refusedAt > LEASE_MS && !remaining(await queue.leasedUntil(), LEASE_MS, now())
      const verdict = await lock((grantedAt) => underLock(grantedAt, hopeful), frozen ? 'steal' : 'ask')
      refusedAt = verdict ? 0 : refusedAt || now()
      return verdict ?? { type: 'busy' }
    },
    /** Takes the answer to a hand-off; the next round settles it, so that nobody does at the same time. */
    answer: (answer: Answer): void => void answers.push(answer),
  }
}

/** The outcome of each event, by id. */
export const outcomesOf = (
  destination: Destination,
  part: Part,
  result: SendResult,
): Map<string, Outcome> => {
  const outcomes = result.type === 'response' ? destination.interpret(part, result.response) : []
  return new Map(
    part.events.map(({ id }, index) => [
      id,
      outcomes[index] ?? { type: 'retry', reason: 'network', detail: result.type === 'failed' ? result.reason : '' },
    ]),
  )
}
