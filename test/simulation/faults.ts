import type { TrackedEvent } from '../../src/core/event.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { firstIdIn, heldOf, recordsOf } from '../../src/core/record-key.ts'
import { eventsIn } from '../../src/core/stored-event.ts'
import type { RoundLock } from '../../src/delivery/world.ts'
import type { Change } from '../../src/queue/change.ts'
import type { Chunk } from '../../src/queue/chunk.ts'
import type { Notes } from '../../src/queue/last-moment/notes.ts'
import type { Store, Transaction } from '../../src/store/store.ts'
import type { LastingEvent } from '../../src/worker/worker-scope.ts'
import type { Fault } from './broken-code.ts'
import { at } from './seams.ts'
import { areaWith, handingOff, leaving, mistaking, releasing, renaming, without } from './wrong-parts.ts'

/**
 * Mistakes that the simulation must find, each by what it would mean for a site. They are made where modules meet: however a
 * module is written, they remain. Those that can only be made inside of a function name the text that they replace.
 */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'removes the records before the answer': at('queue/cut.ts', 'cutAfter', () => (t, _, { keys }) => {
    keys.forEach(t.remove)
    return { keys: [], rests: [] }
  }),
  'settles by position, not by id': at(
    'queue/settle.ts',
    'settle',
    (settle) =>
      (t, state, answer, ...rest) =>
        settle(t, state, { ...answer, outcomes: answer.outcomes.toReversed() }, ...rest),
  ),
  'settles whichever record is the oldest': at(
    'queue/settle.ts',
    'settle',
    (settle) => async (t, state, answer, queue) => {
      const keys = await t.keys(recordsOf(queue), answer.keys.length)
      return settle(t, state, { ...answer, keys }, queue)
    },
  ),
  'forgets the journal': at('queue/cut.ts', 'cutAfter', (cutAfter) => (...given) => ({
    ...cutAfter(...given),
    keys: [],
  })),
  'resends with a new id': at('vendors/klaviyo/destination.ts', 'klaviyo', (klaviyo) => (options) => {
    const right = klaviyo(options)
    const renamed = (event: TrackedEvent) => ({ ...event, uniqueId: `${event.id}-2` })
    return {
      ...right,
      encode: (events, attempt, now) =>
        right.encode(attempt === 'resend' ? events.map(renamed) : events, attempt, now),
    }
  }),
  'asks for no lock and heeds no lease': at(
    'delivery/sender.ts',
    'createSender',
    (createSender) =>
      (world, ...rest) =>
        createSender({ ...world, lockFor: () => (work) => work(Infinity) }, ...rest),
  ),
  'ignores the marks at a hand-off': handingOff({ watermark: () => '' }),
  'hands off, left with memory alone, what is stored': leaving(
    (createHandOff) => (world, destination, parts) =>
      createHandOff(world, destination, { ...parts, isMemory: () => false }),
    1_770,
  ),
  'sends from memory, too, what it has noted': at(
    'queue/queue.ts',
    'createQueue',
    (createQueue) =>
      (...given) => {
        const right = createQueue(...given)
        const push = async (chunks: readonly Chunk[]) => {
          await right.push(chunks.map((chunk) => without('note', chunk)))
          await chunks.at(-1)?.note
        }
        return { ...right, push }
      },
    5_625,
  ),
  'forgets an answer that the database refuses': at(
    'queue/queue.ts',
    'createQueue',
    (createQueue) =>
      (world, ...rest) => {
        const set = (place: string, text: string) =>
          text.includes('"outcomes":') ? undefined : world.area.set(place, text)
        return createQueue({ ...world, area: areaWith(world.area, { set }) }, ...rest)
      },
    4_740,
  ),
  'goes on in a database that it has given up': {
    file: 'store/durable.ts',
    text: "if (most < 0) throw new Error('too late')",
    instead: '',
    from: 123_130,
  },
  'takes a note in twice': at(
    'queue/last-moment/apply-note.ts',
    'applyNote',
    (applyNote) =>
      (t, state, note, ...rest) => {
        state.seen = state.seen.filter((seen) => seen !== note.place)
        return applyNote(t, state, note, ...rest)
      },
    3_310,
  ),
  'hands off what is held': leaving((createHandOff) => (world, destination, parts) => {
    const heldAt = new Map<string, string | undefined>()
    const write = renaming(parts.notes, heldAt)
    const handOff = createHandOff(world, destination, { ...parts, notes: { ...parts.notes, write } })
    return (unsent, maxBytes) => {
      for (const { key, held } of unsent) heldAt.set(key, held)
      const seen = new Map([...unsent].map((chunk) => [chunk, without('held', chunk)]))
      const open = new Set(seen.values())
      const attempt = handOff(open, maxBytes)
      for (const [chunk, its] of seen) if (!open.has(its)) unsent.delete(chunk)
      return attempt
    }
  }),
  'notes what is held among the new': leaving((createHandOff) => (world, destination, parts) => {
    const newAt = new Map<string, string | undefined>()
    const write = renaming(parts.notes, newAt)
    const handOff = createHandOff(world, destination, { ...parts, notes: { ...parts.notes, write } })
    return (unsent, maxBytes) => {
      for (const { key, held } of unsent) if (held) newAt.set(held, key)
      return handOff(unsent, maxBytes)
    }
  }),
  'releases what is held without its person': releasing((release) => (records, ...rest) => {
    const put = (key: string, json: string) => {
      const its = eventsIn(json).map(({ identity: { anonymousId }, ...event }) => ({
        ...event,
        identity: { anonymousId },
      }))
      records.put(key, JSON.stringify(its))
    }
    return release({ ...records, put }, ...rest)
  }),
  'keeps holding what it releases': releasing(
    (release) =>
      (records, ...rest) =>
        release({ ...records, remove: () => undefined }, ...rest),
  ),
  'does not wait for the answer to a hand-off': leaving((createHandOff) => (world, destination, parts) => {
    const write: Notes['write'] = (id, note) => parts.notes.write(id, { ...note, until: 0 })
    const handOff = createHandOff(world, destination, { ...parts, notes: { ...parts.notes, write } })
    return (unsent, maxBytes) => {
      const attempt = handOff(unsent, maxBytes)
      return attempt && { ...attempt, lease: 0 }
    }
  }),
  'settles what has left with a beacon': mistaking((became) =>
    became === true ? { status: 202, body: '{}' } : became,
  ),
  'counts a beacon that the browser refuses as sent': mistaking((became) => became === false || became, 240),
  'takes a busy vendor to have what it was sent': at(
    'queue/settle.ts',
    'settle',
    (settle) =>
      (t, state, answer, ...rest) => {
        const outcomes = answer.outcomes.map(
          (outcome): Outcome => (outcome.reason === 'busy' ? { ...outcome, reason: 'alone' } : outcome),
        )
        return settle(t, state, { ...answer, outcomes }, ...rest)
      },
  ),
  'drops the innocent with the guilty': at('core/outcome.ts', 'refusalOf', () => () => ({
    type: 'dropped',
    reason: 'refused',
  })),
  'keeps no account of the rate': at(
    'queue/shared-state.ts',
    'spent',
    (spent) =>
      (state, _, ...rest) =>
        spent(state, 0, ...rest),
    340,
  ),
  'keeps the events of all accounts in one queue': at(
    'core/record-key.ts',
    'queueOf',
    (queueOf) =>
      ({ name }, namespace) =>
        queueOf({ name, account: '' }, namespace),
  ),
  'repeats first what is never answered': at(
    'queue/choose.ts',
    'choose',
    (choose) =>
      (t, state, ...rest) =>
        choose(t, { ...state, repeated: false, repeatDue: 0 }, ...rest),
  ),
  'gives up what was unanswered twice': at('queue/judge.ts', 'judge', (judge) => (state, answer) => {
    const [key = ''] = answer.keys
    const isSecond = !answer.events[1] && !!state.tries[firstIdIn(key)]
    return judge(state, answer).map(
      (outcome): Outcome =>
        isSecond && outcome.reason === 'unanswered'
          ? { type: 'dropped', reason: 'never-answered', detail: '' }
          : outcome,
    )
  }),
  'never looks at others than the first of what is never answered': at(
    'queue/choose.ts',
    'choose',
    (choose) =>
      (t, state, ...rest) =>
        choose(t, { ...state, repeats: 0 }, ...rest),
  ),
  'drops as too old what was tracked by a wrong clock': at(
    'queue/shared-state.ts',
    'stateFrom',
    (stateFrom) =>
      (...given) => ({ ...stateFrom(...given), since: 0 }),
  ),
  'does not see that the clock is corrected while it writes': at(
    'queue/queue.ts',
    'createQueue',
    (createQueue) =>
      (world, destination, options, ...rest) => {
        const { now } = world
        const late = (key: string, text: string) =>
          key === `${options.queue}/s` ? JSON.stringify({ ...JSON.parse(text), at: now() }) : text
        const openStore = (): Store => {
          const store = world.openStore()
          return (work) => store((t) => work({ ...t, put: (key, text) => t.put(key, late(key, text)) }))
        }
        return createQueue({ ...world, openStore }, destination, options, ...rest)
      },
    160,
  ),
  'tells again and again a time that the vendor refuses': at(
    'vendors/klaviyo/destination.ts',
    'klaviyo',
    (klaviyo) => (options) => ({
      ...klaviyo(options),
      // Each time another, which has heard of no refusal.
      encode: (...given) => klaviyo(options).encode(...given),
      interpret: (...given) => klaviyo(options).interpret(...given),
    }),
    30,
  ),
  'overwrites what other tabs have said of the person': at(
    'person.ts',
    'createPerson',
    (createPerson) =>
      (...given) => {
        const person = createPerson(...given)
        return { ...person, read: () => JSON.parse(person.json()) }
      },
  ),
  'tells an account of the person of another': at(
    'person.ts',
    'placeOf',
    (placeOf) => (queue) => placeOf(`${queue.split(':')[0]}`),
  ),
  'leaves who was there before where there is no room for the next': at(
    'person.ts',
    'createPerson',
    (createPerson) =>
      (area, ...rest) =>
        createPerson(areaWith(area, { delete: () => undefined }), ...rest),
    180,
  ),
  'keeps the address of whoever was there before': at(
    'core/identity.ts',
    'identified',
    (identified) =>
      (known, ...rest) => {
        const next = identified(known, ...rest)
        return next.anonymousId === known.anonymousId ? next : { ...known, ...next }
      },
  ),
  'keeps the anonymous id of whoever was there before': at(
    'core/identity.ts',
    'identified',
    (identified) =>
      (known, ...rest) => ({ ...identified(known, ...rest), anonymousId: known.anonymousId }),
  ),
  'gives what is held to whoever comes first': releasing(
    (release, knows) => async (records, queue, events, oldest) => {
      const first = events.find(({ identity }) => knows(identity))
      const held = first ? await records.keys(heldOf(queue)) : []
      const owners = held.map((key) => {
        const anonymousId = `${key.split('/').at(-1)}`
        return { ...first, identity: { ...first?.identity, anonymousId } } as TrackedEvent
      })
      return release(records, queue, first ? owners : events, oldest)
    },
    75,
  ),
  'does not try again': at('delivery/sender.ts', 'createSender', (createSender) => (world, ...rest) => {
    const lockFor = (name: string): RoundLock => {
      const lock = world.lockFor(name)
      // What it gets in the end is the time to wait.
      return (work) =>
        lock(async (grantedAt) => {
          await work(grantedAt)
          return { ms: Infinity }
        })
    }
    return createSender({ ...world, lockFor }, ...rest)
  }),
  'lets the worker take what a page may hand off': at(
    'worker/granted-store.ts',
    'createGrantedStore',
    (createGrantedStore) => (openStore, queue, now) => {
      let keys: Transaction['keys']
      const open = (): Store => {
        const store = openStore()
        return (work) =>
          store((t) => {
            keys = t.keys
            return work(t)
          })
      }
      const granted = createGrantedStore(open, queue, now)
      const openAll = (): Store => {
        const store = granted.open()
        return (work) => store((t) => work({ ...t, keys }))
      }
      return { ...granted, open: openAll }
    },
    250,
  ),
  'hands off what the worker may take': handingOff({ granted: () => '' }),
  'gives the worker no notes': at(
    'worker/page-part.ts',
    'createLinkToWorker',
    (createLinkToWorker) => (page) =>
      createLinkToWorker({ ...page, area: areaWith(page.area, { keys: () => [] }) }),
    980,
  ),
  'sends as new what a worker that was killed has sent': at(
    'queue/claim.ts',
    'createClaim',
    (createClaim) => (world, its, notes, change) => {
      const forgetful: Change = (work) =>
        change((t, state, ...rest) => work?.(t, Object.assign(state, { sending: [] }), ...rest) as never)
      return createClaim(world, its, notes, forgetful)
    },
  ),
  'believes for ever a worker that does not answer': at(
    'worker/page-part.ts',
    'createLinkToWorker',
    (createLinkToWorker) => (page) => createLinkToWorker({ ...page, setTimer: () => undefined }),
    220,
  ),
  'forgets the answer that its database refuses': at(
    'worker/delivery.ts',
    'createDelivery',
    (createDelivery) => (options) => createDelivery({ ...options, answers: [], onAnswer: () => undefined }),
    238_400,
  ),
  // Whoever tells the pages something asks for them in the same way.
  'takes everything while a page is open': {
    file: 'worker/start-worker.ts',
    text: 'if ((await openPages(scope))[0]) return false',
    instead: '',
  },
  'has done what the browser calls for while a page is open': at(
    'worker/start-worker.ts',
    'startWorker',
    (startWorker) =>
      (scope, ...rest) => {
        const patient = (event: LastingEvent): LastingEvent => ({
          ...event,
          waitUntil: (work) => event.waitUntil(work.catch(() => undefined)),
        })
        const addEventListener = (type: string, listener: (event: never) => void) =>
          scope.addEventListener(type as 'sync', (event) =>
            listener((type === 'sync' ? patient(event) : event) as never),
          )
        startWorker({ ...scope, addEventListener }, ...rest)
      },
  ),
}
