import { element, setText } from '../../src/inspector/element.ts'
import { countText } from '../../src/inspector/wording.ts'
import type { WorkerNews } from '../../src/worker/worker-messages.ts'
import { tracker } from './demo-window.ts'

const LOOK_MS = 1_000

const STATES = {
  none: 'not there yet',
  active: 'active',
  refused: 'refused by this browser: pages deliver by themselves',
} as const

/** Reads a worker's news: a worker tells all pages the outcomes of events, whichever page has tracked them. */
const newsIn = (data: unknown): WorkerNews | undefined =>
  Array.isArray(data) && data[0] === 'sendoff' ? data[2] : undefined

/**
 * Makes the line that tells what the service worker does, whichever tabs are open or gone; the worker itself tells it
 * to this tab.
 */
export const createWorkerLine = (): HTMLElement => {
  const line = element('p', 'worker-line', [], { role: 'status' })
  let state: keyof typeof STATES = 'none'
  let delivered = 0
  let isAtWork = false
  let failing: string | undefined

  const show = (): void => {
    const words = [
      `Service worker: ${STATES[state]}`,
      ...(state === 'active'
        ? [
            `${countText(delivered, 'event')} delivered by it since this page was opened`,
            failing ? `waits: ${failing}` : isAtWork ? 'at work' : 'at rest',
          ]
        : []),
    ]
    setText(line, words.join(' · '))
  }
  const hear = ([ms, why, news]: WorkerNews): void => {
    isAtWork = ms === 0
    failing = why
    for (const [type, detail] of news)
      if (type === 'settled' && 'outcome' in detail && detail.outcome.type === 'delivered') delivered += 1
    show()
  }
  const look = async (): Promise<void> => {
    const { queues } = await tracker().status()
    state = queues[0]?.worker ?? 'none'
    show()
    setTimeout(look, LOOK_MS)
  }

  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    const news = newsIn(data)
    if (news) hear(news)
  })
  show()
  look()
  return line
}
