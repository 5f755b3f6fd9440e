// The vendor of the playground: the strict emulator of Klaviyo that the tests use, in a service worker beside the page. It
// answers what the page sends, and what a page that is left has sent; nothing leaves the browser.
import { createStore, get, set } from 'idb-keyval'
import { createKlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import type { Order, VendorState } from './vendor-messages.ts'

/** As much of a service worker as is needed: the compiler knows that of pages only. */
interface WorkerScope {
  readonly registration: { readonly scope: string }
  readonly clients: {
    claim(): Promise<void>
    matchAll(): Promise<readonly { postMessage(message: VendorState): void }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: Order; waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void
}

const scope = globalThis as unknown as WorkerScope
const SLOW_MS = 3_000
/** In memory it would be gone with the worker, which the browser ends after half a minute. */
const store = createStore('playground-vendor', 'state')
const FIRST: VendorState = { mode: 'up', recorded: [] }

const emulator = createKlaviyoEmulator({
  refuse: ({ properties }) => (properties.refused ? 'This metric is not wanted here.' : undefined),
})

const read = async (): Promise<VendorState> => (await get<VendorState>('state', store)) ?? FIRST

/** One after the other: two answers at one time would each write what the other has not read. */
let last: Promise<unknown> = Promise.resolve()
const change = (next: (state: VendorState) => VendorState): Promise<void> => {
  const done = last.then(async () => {
    const state = next(await read())
    await set('state', state, store)
    for (const page of await scope.clients.matchAll()) page.postMessage(state)
  })
  last = done
  return done
}

const record = async (request: Request, path: string): Promise<Response> => {
  const known = emulator.events().length
  const answer = await emulator.handle(
    new Request(`https://a.klaviyo.com${path}`, {
      method: request.method,
      headers: request.headers,
      body: await request.text(),
    }),
  )
  const ids = emulator
    .events()
    .slice(known)
    .map(({ unique_id }) => unique_id)
  await change((state) => ({ ...state, recorded: [...new Set([...state.recorded, ...ids])] }))
  return answer
}

const answer = async (request: Request, path: string): Promise<Response> => {
  const { mode } = await read()
  switch (mode) {
    case 'up':
      return record(request, path)
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
      return record(request, path)
    case 'busy':
      return new Response('', { status: 503 })
    case 'down':
      return Response.error()
  }
}

const obey = (order: Order): Promise<void> => {
  switch (order.type) {
    case 'look':
      return change((state) => state)
    case 'mode':
      return change((state) => ({ ...state, mode: order.mode }))
    case 'forget':
      emulator.reset()
      return change(() => FIRST)
  }
}

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
scope.addEventListener('message', (event) => event.waitUntil(obey(event.data)))
scope.addEventListener('fetch', (event) => {
  const vendor = `${scope.registration.scope}vendor`
  if (event.request.url.startsWith(`${vendor}/`))
    event.respondWith(answer(event.request, event.request.url.slice(vendor.length)))
})
