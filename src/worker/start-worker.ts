import type { FlushReason } from '../delivery/sender-events.ts'
import { createDelivery, type Delivery } from './delivery.ts'
import type { Given } from './given-destinations.ts'
import { type Granted, grantedIn } from './granted.ts'
import { createKeptAnswers } from './kept-answers.ts'
import { type NoteText, pageWordIn, type WorkerWord } from './worker-messages.ts'
import { openPages, type WorkerScope } from './worker-scope.ts'
import type { WorkerWorld } from './worker-world.ts'

/** The time after a page's last message at which the worker looks whether the page is gone. */
const GONE_MS = 2_000

/** The pauses after failures of the database: the first and the longest. Each is twice as long as the one before. */
const RETRY_MS = 1_000
const MAX_RETRY_MS = 64_000

/** Runs one queue of the worker. */
const createDesk = (scope: WorkerScope, browser: WorkerWorld, given: Given) => {
  const { queue } = given
  let delivery: Delivery | undefined
  let isBroken = false
  const answers = createKeptAnswers()
  let hasSync = false
  let looking: Promise<unknown> | undefined
  let last: Promise<unknown> = Promise.resolve()

  const wait = (ms: number): Promise<void> => new Promise((resolve) => browser.setTimer(resolve, ms))

  const post = (word: WorkerWord): Promise<unknown> => {
    last = last.then(async () => {
      const pages = await openPages(scope)
      for (const page of pages) page.postMessage(word)
      if (word[3] && pages[0]) answers.told()
    })
    return last
  }
  const tellAnswers = async (): Promise<void> => {
    if (answers.untold[0]) await post(['sendoff', queue, undefined, answers.untold])
  }

  const open = (): Delivery => {
    delivery ??= createDelivery({
      ...given,
      browser,
      answers: answers.all,
      tellPages(news) {
        answers.forget(news[3])
        post(['sendoff', queue, news])
      },
      onEnd(why) {
        delivery = undefined
        isBroken = why === 'broken'
      },
      onAnswer(answer) {
        answers.add(answer)
        void tellAnswers()
      },
    })
    return delivery
  }

  /** Asks the browser to call when the page, or the whole browser, has ended without a word. */
  const callBack = async (): Promise<void> => {
    if (hasSync || !scope.registration.sync) return
    hasSync = true
    await scope.registration.sync.register(`sendoff ${queue}`).catch(() => undefined)
  }

  /**
   * Drains, unless a page is open, which says itself what may be taken. While the database fails, only this worker knows
   * what was answered, so it tries again for as long as the browser lets it live.
   * @returns whether the browser need not call again.
   */
  const drainAlone = async (retryMs = RETRY_MS): Promise<boolean> => {
    if ((await openPages(scope))[0]) return false
    isBroken = false
    await open().drain()
    if (!isBroken) return true
    if (retryMs > MAX_RETRY_MS) return false
    await wait(retryMs)
    // After an erasure nothing is opened again unless a page asks.
    return isBroken ? drainAlone(2 * retryMs) : true
  }

  /** Looks for what a page could not say any more, such as that the rest of a large burst is stored. */
  const lookAgain = (): Promise<unknown> => {
    looking ??= wait(GONE_MS).then(() => {
      looking = undefined
      // After an erasure nothing is opened again unless a page asks.
      return (delivery || answers.untold[0]) && drainAlone()
    })
    return looking
  }

  return {
    queue,
    stop(): void {
      answers.clear()
      isBroken = false
      delivery?.end()
    },
    async hear(reason: FlushReason, granted: Granted, notes: readonly NoteText[]): Promise<void> {
      // Its pages deliver by themselves.
      if (isBroken) return tellAnswers()
      const isNews = reason === 'interval' || reason === 'size'
      await Promise.all([isNews && callBack(), open().hear(reason, granted, notes)])
      await lookAgain()
    },
    drainAlone: () => drainAlone(),
    /** Drains when the browser calls back, which it does once for each time that it was asked. */
    called(): Promise<boolean> {
      hasSync = false
      return drainAlone()
    },
  }
}

/** Listens to pages and to the browser, and delivers. */
export const startWorker = (scope: WorkerScope, world: WorkerWorld, given: readonly Given[]): void => {
  const desks = given.map((its) => createDesk(scope, world, its))

  scope.addEventListener('message', (event) => {
    const [, queue, reason, granted, notes] = pageWordIn(event.data) ?? []
    const desk = desks.find((its) => its.queue === queue)
    if (reason === 'hello') event.ports[0]?.postMessage(!!desk)
    else if (reason === 'stop') desk?.stop()
    else if (desk && reason) event.waitUntil(desk.hear(reason, grantedIn(granted), notes ?? []))
  })

  // The page that has registered the worker may be gone.
  scope.addEventListener('activate', (event) => {
    event.waitUntil(Promise.all(desks.map((desk) => desk.drainAlone())))
  })

  scope.addEventListener('sync', (event) => {
    const desk = desks.find(({ queue }) => event.tag === `sendoff ${queue}`)
    if (desk)
      event.waitUntil(
        desk.called().then((isDone) => {
          // The rejection makes the browser call again.
          if (!isDone) throw new Error('sendoff: a page is open')
        }),
      )
  })

  world.listen((data) => {
    if (data !== 'granted') for (const { stop } of desks) stop()
  })
}
