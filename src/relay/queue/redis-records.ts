import type { DeadLetter, QueueRecord, Turn } from './work-queue.ts'

type Fields = readonly string[]
/** An entry of a stream. */
export type Entry = readonly [id: string, fields: Fields | null]

export const turnOf = ([id, fields]: Entry): readonly Turn[] =>
  fields?.[1] ? [{ id, person: fields[1] }] : []

export const recordIn = (json: string): QueueRecord => ({ ...JSON.parse(json), json })

/** Returns a record as JSON; the record's own `json` is not a part of it. */
export const jsonOfRecord = ({ key, event, tries, atMs }: Omit<QueueRecord, 'json'>): string =>
  JSON.stringify({ key, event, tries, atMs })

export const letterOf = ([id, fields]: Entry): readonly DeadLetter[] => {
  const [, , , json, , reason = '', , detail = ''] = fields ?? []
  return json ? [{ id, reason, detail, record: recordIn(json) }] : []
}
