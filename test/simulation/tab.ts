import type { Destination } from '../../src/core/destination.ts'
import type { FrozenEvent } from '../../src/core/event.ts'
import type { SenderEvents, Tell } from '../../src/delivery/sender-events.ts'
import type { World } from '../../src/delivery/world.ts'
import type { Code } from './code.ts'
import type { Ledger, Report } from './ledger.ts'
import type { People, Said } from './people.ts'
import type { Random } from './random.ts'
import type { Life } from './scheduler.ts'
import type { StorageEvents } from './storage-events.ts'
import type { Tally } from './tally.ts'

export interface TabOptions {
  readonly code: Code
  readonly life: Life
  readonly destination: Destination
  readonly curses: boolean
  readonly random: Random
  readonly worldFor: (life: Life) => Omit<World, 'newId' | 'random'>
  readonly ledger: Ledger
  /** Nothing where the tab has its own person, and tells others nothing. */
  readonly visitor: { readonly people: People; readonly events: StorageEvents } | undefined
  readonly tally: Tally
  readonly report: Report
  readonly maxEvents: number
  readonly onMemory: () => void
  /** Where the site has a service worker. */
  readonly workerPath: string
}

/** Of one tab: more would have to be found one by one, which takes longer than a story. */
const MAX_CURSED = 3

/** One page with the real code in it. */
export const createTab = (options: TabOptions) => {
  const { code, life, destination, random, ledger, visitor, tally, report } = options
  const common = options.worldFor(life)
  const tail = random.hex(16)
  const newId = code.createIds(common.now, () => tail)
  const queue = code.queueOf(destination, '')
  const place = code.placeOf(queue)
  // Without others to agree with, the id is the same in all.
  const area = visitor ? visitor.events.areaFor(life) : new Map<string, string>()
  const newVisitor = () => (visitor ? newId() : 'visitor')
  const before = area.get(place) ?? undefined
  const person = code.createPerson(area, place, code.sharedPlaceOf(''), newVisitor)
  visitor?.people.started(life, place, before, person.json())
  visitor?.events.listen(life, (its) => hear(its))
  /** How many this tab has identified one after the other. */
  let met = 0
  let cursed = 0
  let isInMemory = false

  const onError = ({ reason, message }: SenderEvents['error']): void => {
    tally.count(`error ${reason}`)
    // What is evicted from memory is seen by nobody else.
    if (reason === 'evicted' && !isInMemory) ledger.told(life, Number(/\d+/.exec(message)?.[0]))
    if (reason !== 'memory') return
    isInMemory = true
    options.onMemory()
  }

  const tell: Tell = (type, detail) => {
    // The type of `detail` follows from `type`, which TypeScript does not see.
    if (type === 'error') onError(detail as SenderEvents['error'])
    if (type !== 'settled') return
    const { outcome } = detail as SenderEvents['settled']
    tally.count(`outcome ${outcome.type} ${outcome.reason ?? ''}`)
  }

  const sender = code.createSender(
    { ...common, newId, random: random.next },
    destination,
    { queue, maxAgeDays: 7, maxEvents: options.maxEvents, worker: options.workerPath },
    tell,
  )

  /** As the client does. */
  const hear = (its: string | null): void => {
    if (its !== null && its !== place) return
    person.read()
    visitor?.people.heard(life, place)
  }

  const say = (said: Said): void => {
    const base = visitor?.people.latest(life, place)
    person.keep(code.identified(person.read(), said, newVisitor))
    visitor?.people.said(life, { queue, place }, said, base, person.json())
  }

  const frozen = (type: 'track' | 'identify', properties: object, uniqueId?: string): FrozenEvent => {
    const id = newId()
    const isCursed = options.curses && cursed < MAX_CURSED && type === 'track' && random.chance(0.02)
    if (isCursed) cursed++
    const about = isCursed ? { ...properties, cursed: true } : properties
    const identity = person.json()
    const isPoison = 'poison' in properties
    ledger.tracked({ id, tab: life, queue, person: identity, isPoison, isCursed, exempt: isInMemory })
    visitor?.people.tracked(life, queue, identity)
    // The vendor is told our id among the properties where no other field tells it.
    const told = type === 'identify' || uniqueId ? { ...about, id } : about
    const name = 'Viewed'
    const time = common.now()
    const event = { id, type, name, time, ...(uniqueId && { uniqueId }), properties: told }
    return {
      id,
      // What the person's JSON is made of comes out of it in the same order.
      json: `${JSON.stringify(event).slice(0, -1)},"identity":${identity}}`,
      group: type === 'track' && !uniqueId ? identity : id,
    }
  }

  const add = (events: readonly FrozenEvent[], leaving: boolean): void => {
    const ids = events.map(({ id }) => id)
    tally.count('events', ids.length)
    sender.add(events, leaving).then(
      () => isInMemory || ledger.stored(ids),
      (error) => report(1, `add() rejects with ${error}`),
    )
  }

  const burst = (count: number, poison: number): FrozenEvent[] => {
    const every = Math.ceil(count / (poison || count + 1))
    return Array.from({ length: count }, (_, index) =>
      frozen('track', poison && index % every === every - 1 ? { poison: true } : { sku: index }),
    )
  }

  if (destination.heldKeyOf) tally.count('tabs that hold events')

  return {
    life,
    flush: (reason: 'start' | 'online' | 'manual'): void => void sender.flushNow(reason),
    track: (count: number, poison: number): void => add(burst(count, poison), false),
    /** An event with the site's own id. */
    order: (): void => add([frozen('track', { value: 9 }, `order-${newId()}`)], false),
    identify(): void {
      say({ userId: `person-${++met}` })
      add([frozen('identify', { firstName: 'Ada' })], false)
    },
    login(number: number, hasEmail: boolean): void {
      const userId = `person-${number}`
      say({ userId, ...(hasEmail && { email: `${userId}@shop.test` }) })
      add([frozen('identify', {})], false)
    },
    logout(): void {
      person.keep({ anonymousId: newVisitor() })
      visitor?.people.forgotten(life, place, person.json())
    },
    /** Back from the cache of pages that were left. */
    show(): void {
      hear(null)
      sender.flushNow('start')
    },
    /** One after the other at the same screen: each needs requests of their own. */
    crowd(people: number): void {
      for (let left = people; left; left--) {
        say({ userId: `person-${++met}` })
        add(burst(2, 0), false)
      }
    },
    hide: (): void => void sender.leave('hidden'),
    /** What the page tracks while it is being left comes a microtask after the rest has left. */
    leave(count: number): void {
      sender.leave('pagehide')
      if (count) add(burst(count, 0), true)
    },
  }
}

export type Tab = ReturnType<typeof createTab>
