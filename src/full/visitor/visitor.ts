import type { Identity } from '../../core/event.ts'
import { jsonOf } from '../../core/json.ts'
import { identityIn } from '../../person.ts'
import type { LocalArea } from '../../store/local-area.ts'
import type { Store } from '../../store/store.ts'
import type { VisitorCookie } from './visitor-cookie.ts'

/** The longest wait for the database's answer to who the visitor is. */
const AGREE_MS = 3_000

export interface VisitorPlaces {
  readonly area: LocalArea
  readonly store: Store
  readonly cookie: VisitorCookie
  readonly newId: () => string
  /** The localStorage key of the anonymous id that all accounts share. */
  readonly shared: string
  /** The localStorage keys of the person that each account knows. */
  readonly people: readonly string[]
  /** The id that a vendor's own script has for a visitor who is new here. */
  readonly named: string | undefined
  readonly setTimer: (run: () => void, ms: number) => void
  /** Runs a function that is not urgent. */
  readonly whenIdle: (run: () => void) => void
}

type Known = ReadonlyMap<string, Identity>

/** The database key of the copy of a localStorage entry. */
const copyOf = (place: string): string => place.replace('sendoff-', '')

const identityOf = (json: string | null | undefined): Identity | undefined => {
  const { anonymousId, ...others } = identityIn(json)
  return anonymousId ? { anonymousId, ...others } : undefined
}

/**
 * Finds who this browser's visitor is, over all of its tabs: localStorage tells it at once, IndexedDB restores it and
 * decides between tabs that have opened at the same instant, and the cookie, where there is one, tells it for all
 * subdomains.
 */
export const createVisitor = ({ area, store, cookie, shared, people, ...others }: VisitorPlaces) => {
  const { newId, named, setTimer, whenIdle } = others
  const said = cookie.get()
  const fresh: Identity = { anonymousId: said ?? named ?? newId() }
  const places = [shared, ...people]

  /**
   * Ignores an identity when the cookie has another id: another subdomain has begun anew, or was first, and the person
   * who was identified here need not be the same.
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

  /** Returns the identity that can be read without waiting. */
  const known = (): Known => knownFrom((place) => identityOf(area.get(place)))

  /** Agrees with the other tabs: the first tab's identity counts, because reading and writing are one transaction. */
  const agree = (): Promise<Known> =>
    store(async (t) => {
      const kept = new Map<string, Identity | undefined>()
      for (const place of places) kept.set(place, identityOf(await t.get(copyOf(place))))
      const agreed = new Map([[shared, fresh], ...knownFrom((place) => kept.get(place))])
      for (const [place, identity] of agreed)
        if (identity !== kept.get(place)) t.put(copyOf(place), jsonOf(identity))
      return agreed
    })

  /** Keeps the latest identity in the database, too. */
  const copy = (place: string, json: string): Promise<void> =>
    store(async (t) => {
      if ((await t.get(copyOf(place))) !== json) t.put(copyOf(place), json)
    })

  /** Returns the storage for a client, which finds the known identity in it even where there is no localStorage. */
  const areaWith = (found: Known): LocalArea => {
    const latest = new Map<string, string>()
    const set = (place: string, json: string) => {
      latest.set(place, json)
      if (area.get(place) !== json) area.set(place, json)
    }
    for (const [place, identity] of found) set(place, jsonOf(identity))
    return {
      ...area,
      // The value is undefined where there is no storage, and null where the storage has no entry.
      get: (key) => area.get(key) ?? (area.get(key) === null ? null : latest.get(key)),
      set(key, value) {
        if (!places.includes(key)) return area.set(key, value)
        set(key, value)
        if (key === shared) cookie.set(identityOf(value)?.anonymousId ?? '')
        whenIdle(() => {
          copy(key, latest.get(key) as string).catch(() => {
            // The database is missing or full: the identity that it would have copied is still in localStorage.
          })
        })
      },
    }
  }

  return {
    /**
     * Calls `begin` once, at once if the visitor is known.
     * @returns a function for a page that is being left: it calls `begin` now, with what is known.
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
        // Without a database each tab decides by itself.
        agree().then(beginWith, now)
        setTimer(now, AGREE_MS)
      }
      return now
    },
  }
}
