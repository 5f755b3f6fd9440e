import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { Window } from 'happy-dom'

/** A request as it left the page. */
export interface SentRequest {
  readonly url: string
  readonly method: string | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly keepalive: boolean | undefined
}

export interface PageOptions {
  readonly url: string
  /** What the page's clock says, all the time: so that two visits can be compared. */
  readonly nowMs: number
  /** The network. */
  readonly answer: (request: Request) => Promise<Response>
}

/** Chance that is the same in every page. */
const createChance = () => {
  let state = 1
  const next = () => {
    state = (state * 48_271) % 0x7fffffff
    return state
  }
  return {
    random: () => next() / 0x7fffffff,
    getRandomValues: <Values extends ArrayBufferView>(values: Values): Values => {
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
      for (const index of bytes.keys()) bytes[index] = next() >> 8
      return values
    },
  }
}

/** So much is at once, where the clock stands; what waits for longer waits for ever. */
const SOON_MS = 100

const parsed = (value: unknown): unknown => {
  try {
    return JSON.parse(`${value}`)
  } catch {
    return value
  }
}

/** Everything in these databases, by database, store and key. */
const contentOf = async (databases: IDBFactory): Promise<Record<string, unknown>> => {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const content: Record<string, unknown> = {}
  for (const { name = '' } of await databases.databases()) {
    const db = await done(databases.open(name))
    for (const storeName of db.objectStoreNames) {
      const store = db.transaction(storeName).objectStore(storeName)
      const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
      keys.forEach((key, index) => {
        content[`${name}/${storeName}: ${key}`] = parsed(values[index])
      })
    }
    db.close()
  }
  return content
}

/** A page without a browser, with storage of its own. What a script does in it can be read. */
export const openPage = ({ url, nowMs, answer }: PageOptions) => {
  const settings = { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true }
  const window = new Window({ url, settings })
  const databases = new IDBFactory()
  const requests: SentRequest[] = []
  const { random, getRandomValues } = createChance()

  const fetch = (address: string, init: RequestInit = {}) => {
    const { method, headers = {}, body, keepalive } = init
    const given = { ...(headers as Record<string, string>) }
    const sent = new URL(address, url).href
    requests.push({ url: sent, method, headers: given, body: parsed(body), keepalive })
    const origin = new URL(url).origin
    return answer(new Request(sent, { method: 'POST', headers: { ...given, origin }, body: `${body}` }))
  }
  const later = window.setTimeout.bind(window)
  const platform = {
    indexedDB: databases,
    IDBKeyRange,
    fetch,
    crypto: { getRandomValues },
    TextEncoder,
    setTimeout: (run: () => void, ms = 0) => (ms < SOON_MS ? later(run) : 0),
  }
  for (const [name, value] of Object.entries(platform))
    Object.defineProperty(window, name, { value, configurable: true, writable: true })
  // As every browser of these days has it: what leaves with the page is then a request that has an answer, no beacon.
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: false })
  const chance = window.eval('Math') as Math
  chance.random = random
  const clock = window.eval('Date') as DateConstructor
  clock.now = () => nowMs

  return {
    window,
    requests,
    /** As a script element with these attributes. */
    run(code: string, attributes: Readonly<Record<string, string>> = {}): void {
      const script = window.document.createElement('script')
      for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
      script.textContent = code
      window.document.head.append(script)
    },
    /** The visitor goes: the last moment of the page. */
    hide(): void {
      Object.defineProperty(window.document, 'visibilityState', { value: 'hidden' })
      window.dispatchEvent(new window.Event('pagehide'))
      window.document.dispatchEvent(new window.Event('visibilitychange'))
    },
    /** What lies in localStorage now, and in its databases. */
    async stored() {
      const places = Object.keys(window.localStorage)
      const area = places.map((place) => [place, parsed(window.localStorage.getItem(place))])
      return { area: Object.fromEntries(area), databases: await contentOf(databases) }
    },
    close: () => window.happyDOM.close(),
  }
}

export type Page = ReturnType<typeof openPage>
