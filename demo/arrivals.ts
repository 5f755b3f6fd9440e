import type { Arrival, Desk } from '../testing/emulators/desk.ts'
import type { ServedRequest } from '../testing/http/request-log.ts'
import type { Vendor } from '../testing/http/vendor.ts'
import { type Desks, deskOf } from './desks.ts'

const SHOWN = 50
const SHOWN_ON_BOARD = 8
const MAX_CHARS = 6_000

const isCall = ({ method }: { readonly method: string }): boolean => method !== 'OPTIONS'

const ticketOf = ({ properties }: Arrival): string => `${properties.ticket ?? ''}`

const servedOf = ({ startedAtMs, endedAtMs, path, status, body = '' }: ServedRequest) => ({
  key: `${startedAtMs}`,
  timeMs: Math.round(performance.timeOrigin + startedAtMs),
  path,
  /** The status is missing while there is no answer, and when there was none. */
  status,
  isOver: endedAtMs !== undefined,
  chars: body.length,
  body: body.slice(0, MAX_CHARS),
})

const refusalsOf = ({ requests }: Desk, most: number) =>
  requests()
    .filter(({ refusal }) => refusal)
    .slice(-most)
    .reverse()
    .map(({ timeMs, path, status, refusal = '', details = [], body }) => ({
      timeMs,
      path,
      status,
      words: details.join(' ') || refusal,
      body: body.slice(0, MAX_CHARS),
    }))

/** Returns what the page `/arrived` shows: the newest first, and no more than a page can hold. */
export const arrivals = (desk: Desk, vendor: Vendor) => {
  const events = desk.events()
  // The server's log has more than the emulator's: it also has the requests that a fault kept from the emulator.
  const served = vendor.requests().filter(isCall)
  return {
    mode: vendor.mode().type,
    totals: {
      events: events.length,
      people: desk.people(),
      requests: served.length,
      failed: served.filter(
        ({ endedAtMs, status = 0 }) => endedAtMs !== undefined && !(status > 0 && status < 300),
      ).length,
      repeats: desk.repeats(),
    },
    events: events.slice(-SHOWN).reverse(),
    requests: served.slice(-SHOWN).reverse().map(servedOf),
    refusals: refusalsOf(desk, SHOWN),
  }
}

/** Returns what the board shows of the vendors; `code` begins the tickets of the browser that asks. */
export const boardState = (desks: Desks, name: string, vendor: Vendor, code: string) => {
  const desk = deskOf(desks, name)
  const events = desk.events()
  const mine = Object.values(desks)
    .flatMap((each) => each.events().map(ticketOf))
    .filter((ticket) => code && ticket.startsWith(`${code}-`))
  return {
    mode: vendor.mode(),
    /** The events of this browser that any of the vendors has, each counted once. */
    recorded: new Set(mine).size,
    title: desk.title,
    events: events.length,
    people: desk.people(),
    repeats: desk.repeats(),
    countsTwice: desk.countsTwice ?? false,
    newest: events.slice(-SHOWN_ON_BOARD).reverse(),
    requests: vendor.requests().filter(isCall).slice(-SHOWN_ON_BOARD).reverse().map(servedOf),
    refusals: refusalsOf(desk, SHOWN_ON_BOARD),
  }
}

export type BoardState = ReturnType<typeof boardState> & {
  readonly run: string
  readonly isRefusing: boolean
}
