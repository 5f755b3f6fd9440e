import { type FrozenEvent, isTrackedEvent, type TrackedEvent } from '../core/event.ts'

/**
 * The events of one task as one record: the number of records is what storage costs. The key tells how many
 * events and characters the value holds, so that a batch is measured without being read.
 */
export interface Chunk {
  readonly key: string
  readonly json: string
  readonly events: readonly FrozenEvent[]
}

const CHUNK_EVENTS = 250

/** `place` is `<name>/e/<id of the first event>`: it stays when events leave the chunk, the rest of the key changes. */
export const chunkKey = (place: string, events: number, chars: number): string => `${place}/${events}/${chars}`

export const placeOfChunk = (key: string): string => key.split('/', 3).join('/')

/** What a chunk's key says; zeros where it is not one. */
export const sizeOfChunk = (key: string): { events: number; chars: number } => {
  const [chars, events] = key.split('/').reverse()
  return { events: Number(events) || 0, chars: Number(chars) || 0 }
}

export const cutIntoChunks = (prefix: string, events: readonly FrozenEvent[], maxChars: number): Chunk[] => {
  const chunks: Chunk[] = []
  let start = 0
  let chars = 0
  events.forEach(({ json }, index) => {
    chars += json.length
    const next = events[index + 1]
    if (next && index + 1 - start < CHUNK_EVENTS && chars + next.json.length <= maxChars) return
    const part = events.slice(start, index + 1)
    chunks.push({
      key: chunkKey(prefix + part[0]?.id, part.length, chars),
      json: `[${part.map((event) => event.json)}]`,
      events: part,
    })
    start = index + 1
    chars = 0
  })
  return chunks
}

/** The events of a stored chunk, or nothing where the record is not one. */
export const eventsInChunk = (json: unknown): TrackedEvent[] | undefined => {
  try {
    const events = JSON.parse(json as string)
    return Array.isArray(events) && events.every(isTrackedEvent) ? events : undefined
  } catch {
    // Another program's record, or a damaged one: the queue drops it and counts it.
    return
  }
}
