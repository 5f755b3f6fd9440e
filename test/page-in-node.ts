import { IDBFactory } from 'fake-indexeddb'
import { Window } from 'happy-dom'
import { vi } from 'vitest'
import { giveIndexedDb } from './fake-indexed-db.ts'

export interface PageInNode {
  /** The addresses of all requests. */
  readonly requests: readonly string[]
  /** What has been said with `console.info`. */
  readonly said: readonly string[]
  readonly window: Window
  /** Listeners on the window and the document that are there now. */
  readonly listeners: () => number
}

/** Counts what listens to `target`, as the platform has it: `signal` removes, too. */
const counting = (
  target: { addEventListener: unknown; removeEventListener: unknown },
  count: Set<object>,
) => {
  const add = (target.addEventListener as (...args: unknown[]) => void).bind(target)
  const remove = (target.removeEventListener as (...args: unknown[]) => void).bind(target)
  target.addEventListener = (type: string, listener: object, options?: { signal?: AbortSignal }) => {
    count.add(listener)
    options?.signal?.addEventListener('abort', () => {
      count.delete(listener)
      remove(type, listener)
    })
    const { signal: _, ...others } = typeof options === 'object' ? options : { capture: options }
    add(type, listener, others)
  }
  target.removeEventListener = (type: string, listener: object, options?: unknown) => {
    count.delete(listener)
    remove(type, listener, options)
  }
}

/** Gives this process a page's globals, until `vi.unstubAllGlobals()`; every request is accepted. */
export const pageInNode = (userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0'): PageInNode => {
  const window = new Window({ url: 'https://shop.test/' })
  const requests: string[] = []
  const said: string[] = []
  const listening = new Set<object>()
  counting(window as never, listening)
  counting(window.document as never, listening)
  const later = setTimeout
  // For good: a closed tracker may be in the midst of a transaction when its test ends.
  giveIndexedDb()
  const globals = {
    /** As in a browser: called on any other object it throws. */
    setTimeout(this: unknown, run: () => void, ms: number) {
      if (this !== undefined && this !== globalThis) throw new TypeError('Illegal invocation')
      return later(run, ms)
    },
    window,
    document: window.document,
    location: window.location,
    localStorage: window.localStorage,
    navigator: { userAgent, onLine: true, language: 'en' },
    addEventListener: window.addEventListener,
    removeEventListener: window.removeEventListener,
    indexedDB: new IDBFactory(),
    history: window.history,
    fetch: async (url: string) => {
      requests.push(`${url}`)
      return new Response('', { status: 202 })
    },
  }
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  vi.spyOn(console, 'info').mockImplementation((...words: unknown[]) => said.push(words.join(' ')))
  return { requests, said, window, listeners: () => listening.size }
}
