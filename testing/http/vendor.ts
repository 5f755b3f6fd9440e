import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createListener } from './listener.ts'
import { createRequestLog, type ServedRequest } from './request-log.ts'

/**
 * How the vendor behaves: `down` (no server listens), `status` (it answers this status and records nothing; without
 * CORS headers a page sees a network failure), `hang` (it takes the request and never answers), `slow`, `drop-answer`
 * (it records, then breaks the connection), `break-once` (it does the same for one request, on a connection that was
 * used before, then is `up`), `rate-limit` (429; without `readable`, a script cannot read Retry-After).
 */
export type VendorMode =
  | { readonly type: 'up' }
  | { readonly type: 'down' }
  | { readonly type: 'status'; readonly status: number; readonly cors: boolean }
  | { readonly type: 'hang' }
  | { readonly type: 'slow'; readonly ms: number }
  | { readonly type: 'drop-answer' }
  | { readonly type: 'break-once' }
  | { readonly type: 'rate-limit'; readonly retryAfterSeconds?: number; readonly readable: boolean }

export interface Vendor {
  readonly port: number
  /** `http://127.0.0.1:port`; the server is reachable as localhost too. */
  readonly origin: string
  mode(): VendorMode
  /** Resolves when the mode is in force; requests that hang or wait keep the mode in which they came. */
  setMode(mode: VendorMode): Promise<void>
  /**
   * Returns every request since the start or the last `clear`, preflights included, in the order in which they began.
   */
  requests(): readonly ServedRequest[]
  inFlight(): number
  /** Returns the most requests that were in flight at one moment, preflights left out. */
  mostInFlight(): number
  clear(): void
  close(): Promise<void>
}

interface Emulator {
  handle(request: Request): Promise<Response>
}

const CORS = { 'Access-Control-Allow-Origin': '*' }

const never = (): Promise<Response> => new Promise(() => undefined)

const breakConnection = ({ incoming }: HttpBindings): Response => {
  incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

const tooManyRequests = (retryAfterSeconds: number | undefined, readable: boolean): Response =>
  new Response(
    JSON.stringify({ errors: [{ status: 429, code: 'throttled', title: 'Request throttled.' }] }),
    {
      status: 429,
      headers: {
        ...CORS,
        'Content-Type': 'application/vnd.api+json',
        ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
        ...(readable && { 'Access-Control-Expose-Headers': 'Retry-After' }),
      },
    },
  )

const answer = async (
  mode: VendorMode,
  emulator: Emulator,
  request: Request,
  connection: HttpBindings,
): Promise<Response> => {
  // Faults affect the requests themselves: a browser may or may not send a preflight, and tests must not depend on it.
  if (request.method === 'OPTIONS') {
    const allowed = await emulator.handle(request)
    // Chromium repeats by itself a request that breaks on a connection that it has used before, so the next connection
    // must be new.
    if (mode.type === 'drop-answer') allowed.headers.set('Connection', 'close')
    return allowed
  }
  switch (mode.type) {
    case 'up':
      return emulator.handle(request)
    case 'down':
      return breakConnection(connection)
    case 'status':
      return new Response(null, { status: mode.status, headers: mode.cors ? CORS : {} })
    case 'hang':
      return never()
    case 'slow':
      await sleep(mode.ms)
      return emulator.handle(request)
    case 'drop-answer':
    case 'break-once':
      await emulator.handle(request)
      return breakConnection(connection)
    case 'rate-limit':
      return tooManyRequests(mode.retryAfterSeconds, mode.readable)
  }
}

/**
 * Serves a vendor's emulator over real HTTP, with faults that can be switched while it runs.
 *
 * @example
 * const vendor = await startVendor(createKlaviyoEmulator())
 * await vendor.setMode({ type: 'status', status: 503, cors: true })
 */
export const startVendor = async (
  emulator: Emulator,
  { port = 0, keepBodies = false }: { port?: number; keepBodies?: boolean } = {},
): Promise<Vendor> => {
  const log = createRequestLog({ keepBodies })
  let mode: VendorMode = { type: 'up' }
  const listener = await createListener((request, connection) => {
    log.note(request, connection)
    const met = mode
    if (met.type === 'break-once' && request.method !== 'OPTIONS') mode = { type: 'up' }
    return answer(met, emulator, request, connection)
  }, port)

  return {
    port: listener.port,
    origin: `http://127.0.0.1:${listener.port}`,
    mode: () => mode,
    async setMode(next) {
      mode = next
      if (next.type === 'down') await listener.stop()
      else await listener.start()
    },
    requests: log.requests,
    inFlight: log.inFlight,
    mostInFlight: log.mostInFlight,
    clear: log.clear,
    close: listener.stop,
  }
}
