import { createIds } from '../core/id.ts'
import { newSince } from '../core/record-key.ts'
import type { Delegating, LinkToWorker } from '../delivery/delegate.ts'
import type { FlushReason } from '../delivery/lane-events.ts'
import { LEASE_MS } from '../queue/attempt.ts'
import { createWatermark } from '../queue/last-moment/watermark.ts'
import { createGivenNotes } from './given-notes.ts'
import { type Granted, tailIn } from './granted.ts'
import type { PageWorld } from './page-world.ts'
import type { WorkerNews, WorkerWord } from './worker-messages.ts'

/** The longest wait for the worker, which may have to be started, to say that it has heard. */
const HEAR_MS = 5_000

/** After this time, a page with a worker has granted everything that it has stored. */
const SPOKEN_MS = 2_000

/**
 * Makes the page's part: it lets the worker take durable records, sends it the notes, which lie where a worker cannot
 * read, and tells the lane what the worker says.
 */
export const createLinkToWorker =
  (page: PageWorld): LinkToWorker =>
  async (path, config, lane) => {
    const { setTimer, area } = page
    const [queue] = config as [string]
    const [unsent, tell, look, signal]: Delegating = lane
    const newId = createIds(page.now, page.randomHex)
    const tails = new Set<string>()
    const grantPlace = `sendoff-grant/${queue}`
    const grant = createWatermark(() => area, grantPlace, queue, page.now)
    const mark = createWatermark(() => area, `sendoff/${queue}`, queue, page.now)
    const given = createGivenNotes(unsent, mark.read, () => `sendoff/${queue}/${newId()}`)
    let onNews: (isAtRest: boolean) => void = () => undefined

    const { worker, unregister } = await page.register(path, config)

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

    /** Grants the durable records: from now on the worker may send them, and no page hands them off when it is left. */
    const post = (reason: FlushReason): void => {
      if (signal?.aborted) return
      const last = reason === 'hidden' || reason === 'pagehide' ? given.unstored() : []
      const open = [...unsent].find((chunk) => !chunk.durable && !chunk.note && !last.includes(chunk))
      // The key is less than that of the first record that is not durable; or more than all keys of records tracked
      // before.
      const most = open?.key.slice(0, -1) ?? newSince(queue, page.now())
      // No page hands off records below this key. Another page may not have read the key yet, so the worker takes only
      // older records of other pages.
      grant.raise([most])
      // Where the key cannot be written, this page itself does not know it.
      if ((area.get(grantPlace) ?? '') < most) return
      for (const { key } of unsent) tails.add(tailIn(key))
      const own = open ? most : lastUpTo(most)
      const older = newSince(queue, page.now() - SPOKEN_MS)
      const granted: Granted = {
        all: older < most ? older : most,
        own,
        stored: storedUpTo(own),
        tails: [...tails],
      }
      const places = [...area.keys()].filter((place) => place.startsWith(`sendoff/${queue}/`))
      worker()?.postMessage([
        'sendoff',
        queue,
        reason,
        granted,
        [...places.map((place) => [place, area.get(place)]), ...given.give(last)],
      ])
    }

    const hear = ([ms, failing, news, places]: WorkerNews): void => {
      for (const place of places) {
        area.delete(place)
        given.takenIn(place)
      }
      for (const [type, detail] of news) tell(type, detail)
      onNews(ms > 0)
      look(ms || LEASE_MS, failing)
    }
    page.listen((data) => {
      if (!Array.isArray(data) || data[0] !== 'sendoff' || data[1] !== queue) return
      const [, , news, answers = []] = data as unknown as WorkerWord
      for (const [place, text] of answers) area.set(place, text)
      if (news) hear(news)
    }, signal)

    page.onSwap(() => post('size'), signal)

    const end = (): void => {
      worker()?.postMessage(['sendoff', queue, 'stop'])
      unregister()
    }
    signal?.addEventListener('abort', end)
    if (signal?.aborted) end()

    const flush = (reason: FlushReason): Promise<boolean> =>
      new Promise((resolve) => {
        onNews = (isAtRest) => {
          if (isAtRest || reason !== 'manual') resolve(true)
        }
        setTimer(() => resolve(false), reason === 'manual' ? LEASE_MS : HEAR_MS)
        post(reason)
      })
    return [flush, post]
  }
