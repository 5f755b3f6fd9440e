import type { Keeper } from '../store/store.ts'

/**
 * What a page knows of a chunk on its way: three facts, of which each may come first. They are data, no functions: the script
 * of a service worker reads them, in which functions have other names.
 */
export interface ChunkState {
  /** To whom it was given last; to nobody yet, where there is none. Its note counts as the database, where there is one. */
  given?: Keeper | undefined
  /** It is in a note; done when that is taken in. */
  note?: Promise<void>
  /** It is stored, and this page was told so. */
  durable?: boolean
}

/** Whether it is in this page's memory alone, as far as this page knows. */
export const isOnlyHere = ({ durable, note }: Readonly<ChunkState>): boolean => !durable && !note

/** Whether the database, or a note, may have it: then a page that is left with memory alone does not send it. */
export const mayBeWithOthers = ({ given }: Readonly<ChunkState>): boolean => !!given && given !== 'memory'

/**
 * Whether the database may not have it. What others have taken is there, even if this page was not told yet; unless the
 * database has failed since.
 * @param watermark the highest record that anyone has taken.
 */
export const mayBeUnstored = (
  { key, durable, given }: Readonly<ChunkState> & { readonly key: string },
  watermark: string,
): boolean => !durable && (given === 'retry' || given === 'memory' || key > watermark)
