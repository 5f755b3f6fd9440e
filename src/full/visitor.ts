import { IDENTITY } from '../client.ts'
import type { Identity } from '../core/event.ts'
import { jsonOf, parsed } from '../core/json.ts'
import type { LocalArea } from '../storage/local-area.ts'
import type { Store } from '../storage/store.ts'
import type { VisitorCookie } from './visitor-cookie.ts'

/** The database's copy. */
const COPY = 'identity'
/** How long the database may take to say who the visitor is. */
const AGREE_MS = 3_000

export interface VisitorPlaces {
  readonly area: LocalArea
  readonly store: Store
  readonly cookie: VisitorCookie
  readonly newId: () => string
  /** What a vendor's own script calls a visitor who is new here. */
  readonly named: string | undefined
  readonly setTimer: (run: () => void, ms: number) => void
  /** Runs something that has time. */
  readonly whenIdle: (run: () => void) => void
}

const identityIn = (json: string | null | undefined): Identity | undefined => {
  const { anonymousId, ...others } = parsed<Identity>(json)
  return typeof anonymousId === 'string' && anonymousId ? { anonymousId, ...others } : undefined
}

/**
 * Who this browser's visitor is, over all of its tabs: localStorage says so at once, IndexedDB heals it and decides
 * between tabs that have opened at the same instant, and the cookie, where there is one, speaks for all subdomains.
 */
export const createVisitor = ({
  area,
  store,
  cookie,
  newId,
  named: byVendor,
  setTimer,
  whenIdle,
}: VisitorPlaces) => {
  const said = cookie.get()
  const named = said ? { anonymousId: said } : undefined
  const fresh: Identity = { anonymousId: byVendor ?? newId(), ...named }

  /**
   * Where the cookie says otherwise, another subdomain has begun anew, or was first; and who was identified here need
   * not be the same person.
   */
  const unlessOther = (own: Identity | undefined): Identity | undefined =>
    own && named && own.anonymousId !== said ? named : own

  /** What can be known without waiting. */
  const known = () => unlessOther(identityIn(area.get(IDENTITY)))

  /** The first tab's word holds: reading and writing are one transaction. */
  const agree = (): Promise<Identity> =>
    store(async (t) => {
      const kept = identityIn(await t.get(COPY))
      const agreed = unlessOther(kept) ?? fresh
      if (agreed !== kept) t.put(COPY, jsonOf(agreed))
      return agreed
    })

  /** Keeps the latest word in the database, too. */
  const copy = (json: string): Promise<void> =>
    store(async (t) => {
      if ((await t.get(COPY)) !== json) t.put(COPY, json)
    })

  /** For a client: its identity is read from here and written here. */
  const areaFor = (identity: Identity): LocalArea => {
    let json = jsonOf(identity)
    const copyLatest = () => {
      copy(json).catch(() => {
        // No database, or a full one: what it could have healed is still in localStorage.
      })
    }
    return {
      ...area,
      get: (key) => (key === IDENTITY ? json : area.get(key)),
      set(key, value) {
        area.set(key, value)
        if (key !== IDENTITY) return
        json = value
        cookie.set(identityIn(value)?.anonymousId ?? '')
        whenIdle(copyLatest)
      },
    }
  }

  return {
    /**
     * Calls `begin` once, at once if the visitor is known.
     * @returns for a page that is being left: calls it now, with what there is.
     */
    whoIsIt(begin: (area: LocalArea) => void): () => void {
      let isBegun = false
      const beginWith = (identity: Identity) => {
        if (isBegun) return
        isBegun = true
        begin(areaFor(identity))
      }
      const now = () => beginWith(known() ?? fresh)
      const found = known()
      if (found) beginWith(found)
      else {
        // Without a database each tab has to find its own way.
        agree().then(beginWith, now)
        setTimer(now, AGREE_MS)
      }
      return now
    },
  }
}
