import type { FlushReason, Tell } from '../delivery/sender-events.ts'
import type { Granted } from './granted.ts'

/*
 * The messages between pages and the worker. Each message is a list that begins with `sendoff` and the queue, because other
 * scripts of the page, and the site's own worker, have messages as well.
 */

/** A page's note: its key in localStorage, and its text. */
export type NoteText = readonly [place: string, text: string]

/** A message of a page. `hello` asks whether the worker has this queue. */
export type PageWord = readonly [
  sendoff: 'sendoff',
  queue: string,
  reason: FlushReason | 'stop' | 'hello',
  /** Which new records may be taken. */
  granted?: Granted,
  notes?: readonly NoteText[],
]

/** What the worker tells of a queue. */
export type WorkerNews = readonly [
  /** Milliseconds until the worker is to be asked again; 0 while it works. */
  ms: number,
  /** Why its last request failed, if it did. */
  failing: string | undefined,
  /** What the sender tells. */
  news: readonly Parameters<Tell>[],
  /** The keys of notes that are in the database now. */
  places: readonly string[],
]

/** A message of the worker about this queue. */
export type WorkerWord = readonly [
  sendoff: 'sendoff',
  queue: string,
  news: WorkerNews | undefined,
  /** Answers that the worker cannot write down: it has no database any more, and no localStorage. */
  answers?: readonly NoteText[],
]

export const pageWordIn = (data: unknown): PageWord | undefined =>
  Array.isArray(data) && data[0] === 'sendoff' ? (data as unknown as PageWord) : undefined
