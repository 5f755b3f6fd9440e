import { randomHex } from '../browser/random.ts'
import { createIds } from '../core/id.ts'
import { newOf } from '../core/record-key.ts'
import type { Delegating, LinkToWorker } from '../delivery/delegate.ts'
import type { FlushReason } from '../delivery/lane-events.ts'
import { LEASE_MS } from '../storage/attempt.ts'
import { createLocalArea } from '../storage/local-area.ts'
import { registerWorker } from './register-worker.ts'
import type { WorkerNews } from './worker-messages.ts'

/** How long the worker, which may have to be started, may take to say that it has heard. */
const HEAR_MS = 5_000

/**
 * The page's part: it lets the worker take what is durable, gives it the notes, which lie where it cannot read, and tells
 * the lane what it says.
 */
export const linkToWorker: LinkToWorker = async (path, config, lane) => {
  const [queue] = config as [string]
  const [unsent, isMemory, tell, look, signal]: Delegating = lane
  const newId = createIds(() => Date.now(), randomHex)
  const area = createLocalArea(() => localStorage)
  const grantPlace = `sendoff-grant/${queue}`
  let onNews: (isAtRest: boolean) => void = () => undefined

  const { worker, unregister } = await registerWorker(path, config)

  /** What is durable may be sent by the worker from now on, and by no page that is left. */
  const post = (reason: FlushReason): void => {
    if (signal?.aborted) return
    const open = [...unsent].find(({ durable, note }) => !durable && !note)
    // Less than the key of the first that is not durable; or more than all.
    const most = open?.key.slice(0, -1) ?? newOf(queue) + newId()
    const before = area.get(grantPlace) ?? ''
    const granted = most > before ? most : before
    area.set(grantPlace, granted)
    // Where it cannot be written, other pages do not know.
    if (area.get(grantPlace) !== granted) return
    const places = [...area.keys()].filter((place) => place.startsWith(`sendoff/${queue}/`))
    worker()?.postMessage([
      'sendoff',
      queue,
      reason,
      granted,
      places.map((place) => [place, area.get(place)]),
    ])
  }

  const hear = ([ms, failing, news, places]: WorkerNews): void => {
    for (const place of places) area.delete(place)
    for (const [type, detail] of news) tell(type, detail)
    onNews(ms > 0)
    look(ms || LEASE_MS, failing)
  }
  const { serviceWorker } = navigator
  serviceWorker.addEventListener(
    'message',
    ({ data }) => {
      if (Array.isArray(data) && data[0] === 'sendoff' && data[1] === queue) hear(data[2])
    },
    { signal } as AddEventListenerOptions,
  )
  serviceWorker.startMessages()

  const end = (): void => {
    worker()?.postMessage(['sendoff', queue, 'stop'])
    unregister()
  }
  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()

  const flush = async (reason: FlushReason): Promise<boolean> => {
    if (isMemory()) return false
    return new Promise((resolve) => {
      onNews = (isAtRest) => {
        if (isAtRest || reason !== 'manual') resolve(true)
      }
      setTimeout(() => resolve(false), reason === 'manual' ? LEASE_MS : HEAR_MS)
      post(reason)
    })
  }
  return [flush, post]
}
