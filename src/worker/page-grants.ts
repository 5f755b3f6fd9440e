import { newSince } from '../core/record-key.ts'
import type { Chunk } from '../queue/chunk.ts'
import { createWatermark } from '../queue/last-moment/watermark.ts'
import { type Granted, tailIn } from './granted.ts'
import type { PageWorld } from './page-world.ts'

/** After this time, a page with a worker has granted everything that it has stored. */
const SPOKEN_MS = 2_000

/**
 * Makes the grants of one page: from then on the worker may send the durable records, and no page hands them off when it is
 * left.
 */
export const createPageGrants = ({ area, now }: PageWorld, queue: string, unsent: Set<Chunk>) => {
  const tails = new Set<string>()
  const place = `sendoff-grant/${queue}`
  const granted = createWatermark(() => area, place, queue, now)

  /**
   * Returns the key up to which this page's own records may be taken, all of which are durable. Records that were
   * tracked by a clock that was ahead lie above every key that is granted to all; the page forgets them, so that it
   * does not hand them off.
   */
  const lastUpTo = (most: string): string => {
    let last = most
    for (const chunk of unsent)
      if (chunk.key > last && chunk.durable) {
        last = chunk.key
        unsent.delete(chunk)
      }
    return last
  }

  /** A record that is only noted will be in the next note, too, until this page is told that it is stored. */
  const storedUpTo = (most: string): string => {
    let last = most
    for (const { key, durable } of unsent) if (!durable && key <= last) last = key.slice(0, -1)
    return last
  }

  /**
   * Grants what lies below the first record that is in no store yet and in no note; all, where there is none. Grants nothing
   * where localStorage does not take it: this page itself would not know.
   */
  return (open: Chunk | undefined): Granted | undefined => {
    const most = open?.key.slice(0, -1) ?? newSince(queue, now())
    granted.raise([most])
    if ((area.get(place) ?? '') < most) return undefined
    for (const { key } of unsent) tails.add(tailIn(key))
    const own = open ? most : lastUpTo(most)
    // Another page may not have read the key yet, so the worker takes only older records of other pages.
    const older = newSince(queue, now() - SPOKEN_MS)
    return { all: older < most ? older : most, own, stored: storedUpTo(own), tails: [...tails] }
  }
}
