import { firstIdIn } from '../core/record-key.ts'

/** Which new records a page lets the worker take. */
export interface Granted {
  /** Up to this key, whoever tracked them: older than any that another page has not spoken of. */
  readonly all: string
  /** Up to this key, those of this page. */
  readonly own: string
  /** Up to this key, those of this page that are in the database: no note that it writes later holds them. */
  readonly stored: string
  /** What this page's ids end with. */
  readonly tails: readonly string[]
}

/** A page's own ids end alike; see `createIds`. */
export const tailIn = (key: string): string => firstIdIn(key).slice(-18)

const isText = (value: unknown): value is string => typeof value === 'string'

/** What a message grants; nothing where it is none of ours. */
export const grantedIn = (given: unknown): Granted => {
  const { all, own, stored, tails }: Partial<Granted> = { ...(given as Granted) }
  return {
    all: isText(all) ? all : '',
    own: isText(own) ? own : '',
    stored: isText(stored) ? stored : '',
    tails: Array.isArray(tails) ? tails.filter(isText) : [],
  }
}
