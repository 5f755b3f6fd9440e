import type { FullStatus } from '../../src/full/index.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { storedIn } from './stored.ts'

const call = <Result>(page: Tab, method: string, argument?: unknown): Promise<Result> =>
  page.evaluate(({ method, argument }) => Reflect.get(window.track, method)(argument), { method, argument })

export const decide = (page: Tab, decision: 'granted' | 'denied'): Promise<void> =>
  call(page, 'consent', decision)

/** Erases, and returns what is stored when that is done. */
export const erase = async (page: Tab) => {
  await call(page, 'erase')
  return storedIn(page)
}

export const fullStatusOf = (page: Tab): Promise<FullStatus> => call(page, 'status')

/** Returns the number of queued events, over all tabs. */
export const queuedIn = async (page: Tab): Promise<number | undefined> =>
  (await fullStatusOf(page)).queues[0]?.queued
