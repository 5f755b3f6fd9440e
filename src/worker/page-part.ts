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

/** How long the worker, which may have to be started, may take to say that it has heard. */
const HEAR_MS = 5_000

/** A page that has a worker has spoken of all that it has stored before. */
const SPOKEN_MS = 2_000

/**
 * The page's part: it lets the worker take what is durable, gives it the notes, which lie where it cannot read, and tells
 * the lane what it says.
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
     * Up to where this page's own records may be taken, all of which are durable. What was tracked by a clock that was ahead
     * lies above whatever is granted to all: so the page hands it off no more because it does not know it any more.
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

    /** What is only noted by now will be in the next note, too, until this page is told that it is stored. */
    const storedUpTo = (most: string): string => {
      let last = most
      for (const { key, durable } of unsent) if (!durable && key <= last) last = key.slice(0, -1)
      return last
    }

    /** What is durable may be sent by the worker from now on, and by no page that is left. */
    const post = (reason: FlushReason): void => {
      if (signal?.aborted) return
      const last = reason === 'hidden' || reason === 'pagehide' ? given.unstored() : []
      const open = [...unsent].find((chunk) => !chunk.durable && !chunk.note && !last.includes(chunk))
      // Less than the key of the first that is not durable; or more than all that were tracked before.
      const most = open?.key.slice(0, -1) ?? newSince(queue, page.now())
      // No page hands off what lies below. Others may not have read it yet: so the worker takes of theirs what is older.
      grant.raise([most])
      // Where it cannot be written, this page itself does not know.
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
