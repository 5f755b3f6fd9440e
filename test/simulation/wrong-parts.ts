import type { Holding } from '../../src/core/destination.ts'
import type { Identity } from '../../src/core/event.ts'
import type { Transport } from '../../src/delivery/transport.ts'
import type { Chunk } from '../../src/queue/chunk.ts'
import type { createHandOff } from '../../src/queue/last-moment/hand-off.ts'
import type { Notes } from '../../src/queue/last-moment/notes.ts'
import type { LocalArea } from '../../src/store/local-area.ts'
import { at } from './seams.ts'

/** localStorage, which may be a `Map`, with a part of it wrong. */
export const areaWith = (area: LocalArea, wrong: Partial<LocalArea>): LocalArea => ({
  keys: () => area.keys(),
  get: (key) => area.get(key),
  set: (key, value) => area.set(key, value),
  delete: (key) => area.delete(key),
  ...wrong,
})

/** A page that is left reads from the last moment's store what is not so. */
export const handingOff = (wrong: Partial<Notes>) =>
  at(
    'queue/last-moment/hand-off.ts',
    'createHandOff',
    (createHandOff) => (world, destination, parts) =>
      createHandOff(world, destination, { ...parts, notes: { ...parts.notes, ...wrong } }),
  )

/** What a page does that is left. */
export const leaving = (wrong: (right: typeof createHandOff) => typeof createHandOff, from = 1) =>
  at('queue/last-moment/hand-off.ts', 'createHandOff', wrong, from)

/** A page takes for something else what became of its request. */
export const mistaking = (
  wrong: (became: Awaited<ReturnType<Transport>>) => Awaited<ReturnType<Transport>>,
  from = 1,
) =>
  at(
    'delivery/sender.ts',
    'createSender',
    (createSender) =>
      (world, ...rest) =>
        createSender({ ...world, send: async (...given) => wrong(await world.send(...given)) }, ...rest),
    from,
  )

/** Writes notes in which records lie somewhere else. */
export const renaming =
  ({ write }: Notes, names: ReadonlyMap<string, string | undefined>): Notes['write'] =>
  (id, note) => {
    const chunks = Object.entries(note.chunks).map(([key, json]) => [names.get(key) || key, json])
    return write(id, { ...note, chunks: Object.fromEntries(chunks) })
  }

/** The same chunk, of which one thing is not seen. */
export const without = (unseen: keyof Chunk, chunk: Chunk): Chunk =>
  new Proxy(chunk, { get: (its, name) => (name === unseen ? undefined : Reflect.get(its, name)) })

/** What is held is released in another way. */
export const releasing = (
  wrong: (release: Holding['release'], knows: (identity: Identity) => unknown) => Holding['release'],
  from = 1,
) =>
  at(
    'core/holding.ts',
    'holding',
    (holding) => (knows) => {
      const right = holding(knows)
      return { ...right, release: wrong(right.release, knows) }
    },
    from,
  )
