import type { Identity } from '../../core/event.ts'
import { jsonOf } from '../../core/json.ts'
import { identityIn } from '../../person.ts'
import type { LocalArea } from '../../store/local-area.ts'
import type { Store } from '../../store/store.ts'
import type { VisitorCookie } from './visitor-cookie.ts'

/** How long the database may take to say who the visitor is. */
const AGREE_MS = 3_000

export interface VisitorPlaces {
  readonly area: LocalArea
  readonly store: Store
  readonly cookie: VisitorCookie
  readonly newId: () => string
  /** Where localStorage keeps the anonymous id that all accounts share. */
  readonly shared: string
  /** Where it keeps the person that each account knows. */
  readonly people: readonly string[]
  /** The id that a vendor's own script has for a visitor who is new here. */
  readonly named: string | undefined
  readonly setTimer: (run: () => void, ms: number) => void
  /** Runs something that has time. */
  readonly whenIdle: (run: () => void) => void
}

type Known = ReadonlyMap<string, Identity>

/** The database's copy of a place. */
const copyOf = (place: string): string => place.replace('sendoff-', '')

const identityOf = (json: string | null | undefined): Identity | undefined => {
  const { anonymousId, ...others } = identityIn(json)
  return anonymousId ? { anonymousId, ...others } : undefined
}

/**
 * Who this browser's visitor is, over all of its tabs: localStorage says so at once, IndexedDB heals it and decides
 * between tabs that have opened at the same instant, and the cookie, where there is one, speaks for all subdomains.
 */
export const createVisitor = ({ area, store, cookie, shared, people, ...others }: VisitorPlaces) => {
  const { newId, named, setTimer, whenIdle } = others
  const said = cookie.get()
  const fresh: Identity = { anonymousId: said ?? named ?? newId() }
  const places = [shared, ...people]

  /**
   * Where the cookie says otherwise, another subdomain has begun anew, or was first; and who was identified here need
   * not be the same person.
   */
  const unlessOther = (own: Identity | undefined): Identity | undefined =>
    own && said && own.anonymousId !== said ? { anonymousId: said } : own

  const knownFrom = (read: (place: string) => Identity | undefined): Known =>
    new Map(
      places.flatMap((place) => {
        const identity = unlessOther(read(place))
        return identity ? [[place, identity]] : []
      }),
    )

  /** The id that can be read without waiting. */
  const known = (): Known => knownFrom((place) => identityOf(area.get(place)))

  /** The first tab's word holds: reading and writing are one transaction. */
  const agree = (): Promise<Known> =>
    store(async (t) => {
      const kept = new Map<string, Identity | undefined>()
      for (const place of places) kept.set(place, identityOf(await t.get(copyOf(place))))
      const agreed = new Map([[shared, fresh], ...knownFrom((place) => kept.get(place))])
      for (const [place, identity] of agreed)
        if (identity !== kept.get(place)) t.put(copyOf(place), jsonOf(identity))
      return agreed
    })

  /** Keeps the latest word in the database, too. */
  const copy = (place: string, json: string): Promise<void> =>
    store(async (t) => {
      if ((await t.get(copyOf(place))) !== json) t.put(copyOf(place), json)
    })

  /** For a client: it finds there what is known, also where there is no localStorage. */
  const areaWith = (found: Known): LocalArea => {
    const latest = new Map<string, string>()
    const set = (place: string, json: string) => {
      latest.set(place, json)
      if (area.get(place) !== json) area.set(place, json)
    }
    for (const [place, identity] of found) set(place, jsonOf(identity))
    return {
      ...area,
      // Undefined where there is no storage; null where there is nothing in it.
      get: (key) => area.get(key) ?? (area.get(key) === null ? null : latest.get(key)),
      set(key, value) {
        if (!places.includes(key)) return area.set(key, value)
        set(key, value)
        if (key === shared) cookie.set(identityOf(value)?.anonymousId ?? '')
        whenIdle(() => {
          copy(key, latest.get(key) as string).catch(() => {
            // No database, or a full one: what it could have healed is still in localStorage.
          })
        })
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
      const beginWith = (found: Known) => {
        if (isBegun) return
        isBegun = true
        begin(areaWith(found))
      }
      const now = () => beginWith(new Map([[shared, fresh], ...known()]))
      if (known().has(shared)) beginWith(known())
      else {
        // Without a database each tab has to find its own way.
        agree().then(beginWith, now)
        setTimer(now, AGREE_MS)
      }
      return now
    },
  }
}
