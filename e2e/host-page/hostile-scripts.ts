/** Changes that scripts of a page, run before sendoff's, may have made to the browser's own objects. */
export const HOSTILE_SCRIPTS: Readonly<Record<string, () => void>> = {
  'IndexedDB is missing': () => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  },

  'IndexedDB throws when it is opened': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  },

  // The bug is webkit.org/b/226547.
  'IndexedDB never answers when it is opened': () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
  },

  'the connection to IndexedDB is lost again and again': () => {
    const { transaction } = IDBDatabase.prototype
    let calls = 0
    IDBDatabase.prototype.transaction = function (...args: Parameters<IDBDatabase['transaction']>) {
      calls += 1
      if (calls % 3 === 0) this.close()
      return transaction.apply(this, args)
    }
  },

  'localStorage throws': () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  },

  'localStorage is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  },

  'cookies and with them all storage are refused': () => {
    const refuse = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, { get: refuse })
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse })
    if (navigator.locks) navigator.locks.request = () => Promise.reject(new DOMException('', 'SecurityError'))
  },

  // prototype.js 1.6 gave arrays a toJSON that returns text, and added enumerable helpers to everything.
  'prototype.js has extended arrays and strings': () => {
    const helper = () => 'of the page'
    for (const name of ['each', 'first', 'last', 'clear', 'without'])
      Object.assign(Array.prototype, { [name]: helper })
    Object.assign(Array.prototype, {
      toJSON(this: readonly unknown[]) {
        return `[${this.map((item) => JSON.stringify(item)).join(', ')}]`
      },
    })
    Object.assign(String.prototype, { strip: helper, gsub: helper })
  },

  'Object.prototype is polluted': () => {
    const pollution = {
      id: 'polluted',
      key: 'polluted',
      until: 1e15,
      tried: 7,
      type: 'polluted',
      each: () => 1,
    }
    for (const [name, value] of Object.entries(pollution))
      Object.defineProperty(Object.prototype, name, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
  },

  'zone.js wraps Promise, fetch, timers and listeners': () => {
    const Native = Promise
    class ZoneAwarePromise<Value> extends Native<Value> {}
    Object.assign(window, { Promise: ZoneAwarePromise })
    const { fetch, setTimeout } = window
    window.fetch = (...args) =>
      new ZoneAwarePromise((resolve, reject) => {
        fetch(...args).then(resolve, reject)
      })
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => setTimeout(() => run(), ms),
    })
    const { addEventListener } = EventTarget.prototype
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const run = typeof listener === 'function' ? (event: Event) => listener.call(this, event) : listener
      addEventListener.call(this ?? window, type, run, options)
    }
  },

  'JSON and fetch are wrapped by a monitor': () => {
    const { parse, stringify } = JSON
    const { fetch } = window
    JSON.parse = (text, ...rest) => Object.freeze(parse(text, ...rest))
    JSON.stringify = (...args: unknown[]) => Reflect.apply(stringify, JSON, args)
    window.fetch = async (...args) => {
      const response = await fetch(...args)
      return response.clone()
    }
  },

  'the prototypes of the language are frozen': () => {
    for (const { prototype } of [Object, Array, Function, String, Promise, Map]) Object.freeze(prototype)
  },
}
