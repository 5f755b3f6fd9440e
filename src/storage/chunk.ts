import type { FrozenEvent } from '../core/event.ts'

/**
 * Events of one task and one group as one record: the number of records is what storage costs. Several chunks
 * fit into what may leave with a page.
 */
export interface Chunk {
  readonly key: string
  /** A `Batch`, as JSON. */
  readonly json: string
  readonly group: string
}

const MAX_CHARS = 16_000

/** Keys sort by the first id and tell the number of events and of those tried: a queue is counted by its keys. */
export const keyOf = (prefix: string, firstId: string, events: number, tried: number): string =>
  `${prefix}${firstId}/${events}/${tried}`

export const countsOf = (key: string): readonly number[] => key.split('/').slice(3).map(Number)

export const cutIntoChunks = (prefix: string, events: readonly FrozenEvent[]): Chunk[] => {
  const chunks: Chunk[] = []
  let open: FrozenEvent[] = []
  let chars = 0
  events.forEach((event, index) => {
    const { json, group } = event
    const next = events[index + 1]
    open.push(event)
    chars += json.length
    if (next?.group === group && chars + next.json.length < MAX_CHARS) return
    chunks.push({
      key: keyOf(prefix, (open[0] ?? event).id, open.length, 0),
      json: `{"events":[${open.map((event) => event.json)}]}`,
      group,
    })
    open = []
    chars = 0
  })
  return chunks
}
