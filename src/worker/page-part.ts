import { createIds } from '../core/id.ts'
import type { Delegating, LinkToWorker } from '../delivery/delegate.ts'
import type { FlushReason } from '../delivery/sender-events.ts'
import { LEASE_MS } from '../queue/attempt.ts'
import { isOnlyHere } from '../queue/chunk-state.ts'
import { createWatermark } from '../queue/last-moment/watermark.ts'
import { createGivenNotes } from './given-notes.ts'
import { createPageGrants } from './page-grants.ts'
import type { PageWorld } from './page-world.ts'
import type { WorkerNews, WorkerWord } from './worker-messages.ts'

/** The longest wait for the worker, which may have to be started, to say that it has heard. */
const HEAR_MS = 5_000

/**
 * Makes the page's part: it lets the worker take durable records, sends it the notes, which lie where a worker cannot
 * read, and tells the sender what the worker says.
 */
export const createLinkToWorker =
  (page: PageWorld): LinkToWorker =>
  async (path, config, sender) => {
    const { setTimer, area } = page
    const [queue] = config as [string]
    const [unsent, tell, look, signal]: Delegating = sender
    const newId = createIds(page.now, page.randomHex)
    const grant = createPageGrants(page, queue, unsent)
    const watermark = createWatermark(() => area, `sendoff/${queue}`, queue, page.now)
    const given = createGivenNotes(unsent, watermark.read, () => `sendoff/${queue}/${newId()}`)
    let onNews: (isAtRest: boolean) => void = () => undefined

    const { worker, unregister } = await page.register(path, config)

    /** Tells the worker what it may take, and of all notes. */
    const post = (reason: FlushReason): void => {
      if (signal?.aborted) return
      const last = reason === 'hidden' || reason === 'pagehide' ? given.unstored() : []
      const open = [...unsent].find((chunk) => isOnlyHere(chunk) && !last.includes(chunk))
      const granted = grant(open)
      if (!granted) return
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
