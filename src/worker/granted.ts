import { firstIdIn } from '../core/record-key.ts'

/** Which new records a page lets the worker take. */
export interface Granted {
  /**
   * The key up to which records of all pages may be taken: they are older than any that another page has not spoken of.
   */
  readonly all: string
  /** The key up to which records of this page may be taken. */
  readonly own: string
  /** The key up to which records of this page are in the database: no note that it writes later contains them. */
  readonly stored: string
  /** The ends of this page's ids. */
  readonly tails: readonly string[]
}

/** Returns the end of a record's first id; all ids of one page end alike, see `createIds`. */
export const tailIn = (key: string): string => firstIdIn(key).slice(-18)

const isText = (value: unknown): value is string => typeof value === 'string'

/** Reads what a message grants; nothing is granted where the message is not ours. */
export const grantedIn = (given: unknown): Granted => {
  const { all, own, stored, tails }: Partial<Granted> = { ...(given as Granted) }
  return {
    all: isText(all) ? all : '',
    own: isText(own) ? own : '',
    stored: isText(stored) ? stored : '',
    tails: Array.isArray(tails) ? tails.filter(isText) : [],
  }
}
