import type { FlushReason } from '../delivery/lane-events.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import type { Given } from './given-destinations.ts'
import { type NoteText, pageWordIn, type WorkerNews } from './worker-messages.ts'
import { openPages, type WorkerScope } from './worker-scope.ts'

/** One queue of the worker. */
const createDesk = (scope: WorkerScope, { queue, destination, config }: Given) => {
  let delivery: Delivery | undefined
  let isBroken = false
  let hasSync = false
  let last: Promise<unknown> = Promise.resolve()

  const tellPages = (news: WorkerNews): void => {
    last = last.then(async () => {
      for (const page of await openPages(scope)) page.postMessage(['sendoff', queue, news])
    })
  }

  const open = (): Delivery => {
    delivery ??= createDelivery(destination, queue, config, tellPages, (why) => {
      delivery = undefined
      isBroken = why === 'broken'
    })
    return delivery
  }

  /** The browser calls when the page, or the whole browser, has ended without a word. */
  const callBack = async (): Promise<void> => {
    if (hasSync || !scope.registration.sync) return
    hasSync = true
    await scope.registration.sync.register(`sendoff ${queue}`).catch(() => undefined)
  }

  return {
    queue,
    stop: () => delivery?.end(),
    async hear(reason: FlushReason, granted: unknown, notes: readonly NoteText[]): Promise<unknown> {
      if (isBroken) return
      const isNews = reason === 'interval' || reason === 'size'
      return Promise.all([isNews && callBack(), open().hear(reason, granted, notes)])
    },
    /** Drains, unless a page is open: that one says itself what may be taken. */
    async drainAlone(): Promise<boolean> {
      hasSync = false
      const pages = await openPages(scope)
      if (pages[0]) return false
      await open().drain()
      return true
    },
  }
}

/** Listens to pages and to the browser, and delivers. */
export const startWorker = (scope: WorkerScope, given: readonly Given[]): void => {
  const desks = given.map((its) => createDesk(scope, its))

  scope.addEventListener('message', (event) => {
    const [, queue, reason, granted, notes] = pageWordIn(event.data) ?? []
    const desk = desks.find((its) => its.queue === queue)
    if (reason === 'hello') event.ports[0]?.postMessage(!!desk)
    else if (reason === 'stop') desk?.stop()
    else if (desk && reason) event.waitUntil(desk.hear(reason, granted, notes ?? []))
  })

  // The page that has registered the worker may be gone.
  scope.addEventListener('activate', (event) => {
    event.waitUntil(Promise.all(desks.map((desk) => desk.drainAlone())))
  })

  scope.addEventListener('sync', (event) => {
    const desk = desks.find(({ queue }) => event.tag === `sendoff ${queue}`)
    if (desk)
      event.waitUntil(
        desk.drainAlone().then((isDone) => {
          // Not yet: the browser calls again.
          if (!isDone) throw new Error('sendoff: a page is open')
        }),
      )
  })

  // Whoever erases everything tells all tabs; a worker is one.
  const channel = new BroadcastChannel('sendoff')
  channel.onmessage = ({ data }) => {
    if (data !== 'granted') for (const { stop } of desks) stop()
  }
}
