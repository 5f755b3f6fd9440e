import type { Identity } from '../../src/core/event.ts'
import type { Report } from './ledger.ts'
import type { Life } from './scheduler.ts'

export interface PeopleOptions {
  readonly report: Report
  /** What localStorage holds. */
  readonly storedAt: (place: string) => string | undefined
}

/** What a tab says of the visitor. */
export interface Said {
  readonly userId: string
  readonly email?: string
}

/** Whom a tab tells, and where localStorage keeps who that account's person is. */
export interface Account {
  readonly queue: string
  readonly place: string
}

/** Whom a tab must take the visitor for, and by which word of all that were said. */
interface Known {
  readonly identity: Identity
  readonly word: number
}

/** Without what is not said. */
const identityOf = (json: string | undefined): Identity => JSON.parse(json ?? '{}')

/** Who the visitor is to each tab: by its own last word, or by a later one of another tab that it has heard of. */
export const createPeople = ({ report, storedAt }: PeopleOptions) => {
  const known = new Map<Life, Known>()
  /** Which word, by the place and what was written there. */
  const wordOf = new Map<string, number>()
  /** By queue: all that its account was told. */
  const told = new Map<string, Set<string>>()
  /** By queue and anonymous id: whose it is. */
  const owners = new Map<string, string>()
  /** All anonymous ids that there were. */
  const visitors = new Set<string>()
  /** Where what was said could not be written, nobody else can know whose the id is. */
  const unclear = new Set<string>()
  let words = 0

  const expect = (isRight: boolean, life: Life, what: string): void => {
    if (!isRight) report(13, `${life.name} ${what}`)
  }

  const keep = (life: Life, place: string, json: string): void => {
    const identity = identityOf(json)
    wordOf.set(`${place} ${json}`, ++words)
    visitors.add(identity.anonymousId)
    known.set(life, { identity, word: words })
    if (storedAt(place) !== json) unclear.add(identity.anonymousId)
  }

  /** The newer of what the tab knows and what others have written. */
  const latest = (life: Life, place: string): Known | undefined => {
    const own = known.get(life)
    const json = storedAt(place)
    const word = wordOf.get(`${place} ${json}`) ?? 0
    return json && word > (own?.word ?? -1) ? { identity: identityOf(json), word } : own
  }

  const isNew = ({ anonymousId }: Identity): boolean => !visitors.has(anonymousId)

  return {
    /** A tab was opened; `before` is what it has found. */
    started(life: Life, place: string, before: string | undefined, json: string): void {
      const { userId, email } = identityOf(json)
      if (before) expect(before === json, life, 'does not know whom it has found')
      else expect(!userId && !email, life, 'knows somebody whom nobody has told its account')
      keep(life, place, json)
    },

    /** `base` is what the tab had to go by before it said so. */
    said(life: Life, { queue, place }: Account, said: Said, base: Identity | undefined, json: string): void {
      const now = identityOf(json)
      const isOther = !!base?.userId && base.userId !== said.userId
      expect(now.userId === said.userId, life, 'does not know whom it has identified')
      expect(now.email === (said.email ?? (isOther ? undefined : base?.email)), life, 'knows another address')
      expect(
        isOther ? isNew(now) : now.anonymousId === base?.anonymousId,
        life,
        'has another person under an anonymous id',
      )
      const all = told.get(queue) ?? new Set()
      for (const value of Object.values(said)) all.add(value)
      told.set(queue, all)
      keep(life, place, json)
    },

    forgotten(life: Life, place: string, json: string): void {
      const now = identityOf(json)
      expect(!now.userId && !now.email && isNew(now), life, 'has not forgotten whom it was to forget')
      keep(life, place, json)
    },

    latest: (life: Life, place: string): Identity | undefined => latest(life, place)?.identity,

    /** The tab was told that another has written. */
    heard(life: Life, place: string): void {
      const now = latest(life, place)
      if (now) known.set(life, now)
    },

    /** An event is tracked as this person. */
    tracked(life: Life, queue: string, json: string): void {
      const now = identityOf(json)
      const { anonymousId, userId, email } = now
      const expected = known.get(life)?.identity
      const isSame = (['anonymousId', 'userId', 'email'] as const).every(
        (name) => expected?.[name] === now[name],
      )
      expect(isSame, life, `tracks as ${json}, and knows ${JSON.stringify(expected)}`)
      for (const value of [userId, email])
        if (value)
          expect(!!told.get(queue)?.has(value), life, `tells ${queue} of ${value}, whom it never heard of`)
      if (!userId) return
      if (email) expect(email.startsWith(userId), life, `gives the address ${email} to ${userId}`)
      const owner = owners.get(`${queue} ${anonymousId}`) ?? userId
      owners.set(`${queue} ${anonymousId}`, owner)
      expect(owner === userId || unclear.has(anonymousId), life, `tracks ${userId} as the visitor ${owner}`)
    },

    /** Where tabs share no person, anybody may have said who the visitor was. */
    isOwner(queue: string, { anonymousId = '', userId }: Partial<Identity>): boolean {
      const isKnown = visitors.has(anonymousId) && !unclear.has(anonymousId)
      return !isKnown || owners.get(`${queue} ${anonymousId}`) === userId
    },

    /** The browser was killed, and with it what was written last. */
    killed(): void {
      for (const visitor of visitors) unclear.add(visitor)
    },
  }
}

export type People = ReturnType<typeof createPeople>
