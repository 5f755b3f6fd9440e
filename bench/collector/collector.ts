import { setTimeout as sleep } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createListener } from '../../testing/http/listener.ts'
import { answerFor } from './answers.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import { labelsIn } from './labels.ts'
import { createTraffic } from './traffic.ts'

/**
 * How the collector behaves: `down` listens to nothing, `busy` answers 503, `hanging` takes requests and breaks them
 * when the mode ends, `slow` takes two seconds for each.
 */
export type CollectorMode = 'up' | 'down' | 'busy' | 'hanging' | 'slow'

const SLOW_MS = 2_000

export interface Collector {
  readonly origin: string
  /** Resolves when the mode is in force. */
  setMode(mode: CollectorMode): Promise<void>
  readonly arrivals: Arrivals
  /**
   * Returns how many events the accepted requests say they carry, in `?n=`: for pages that send too much to be read.
   */
  counted(): number
  /** Returns the number of requests, preflights included. */
  requests(): number
  /** Returns the bytes that clients have sent. */
  bytes(): number
  /** Returns the requests that no tracker of the benchmark is known to need. */
  unexpected(): readonly string[]
  close(): Promise<void>
}

/**
 * Answers a request; with nothing where the request does not belong to the vendor's interface for events: then the
 * collector answers.
 */
export type VendorHandler = (request: Request) => Promise<Response | undefined>

export interface CollectorOptions {
  /** Answers in the place of the collector; the events of a request that it answers with success have arrived. */
  readonly vendor?: VendorHandler
  /** Whether the collector reads bodies; if not, it only counts requests. @default true */
  readonly reads?: boolean
}

/** Returns the headers by which a vendor's collector lets pages of any origin call it, with cookies. */
export const corsOf = ({ headers }: Request) => ({
  'Access-Control-Allow-Origin': headers.get('origin') ?? '*',
  'Access-Control-Allow-Credentials': 'true',
  'Access-Control-Allow-Headers': headers.get('access-control-request-headers') ?? '',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Max-Age': '600',
})

const ownAnswer = (request: Request, pathname: string): Response => {
  const answer = answerFor(pathname)
  return new Response(answer ?? '', {
    status: answer === undefined ? 404 : 200,
    headers: { ...corsOf(request), 'Content-Type': 'application/json' },
  })
}

/** The body with which Mixpanel refuses, with the status 200. */
const REFUSAL = /^\{"status":0\b/

/** Starts one server that answers every tracker as it expects, fails on demand, and notes which events arrived. */
export const startCollector = async ({ vendor, reads = true }: CollectorOptions = {}): Promise<Collector> => {
  const arrivals = createArrivals()
  const traffic = createTraffic()
  const unexpected = new Set<string>()
  const hanging = new Set<() => void>()
  let mode: CollectorMode = 'up'
  let counted = 0

  const hang = ({ incoming }: HttpBindings): Promise<Response> =>
    new Promise((resolve) => {
      hanging.add(() => {
        incoming.socket.destroy()
        resolve(RESPONSE_ALREADY_SENT)
      })
    })

  const accept = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    const body = reads ? await request.text() : `${(await request.arrayBuffer()).byteLength} bytes`
    const { url, method, headers } = request
    const answered = await vendor?.(new Request(url, { method, headers, ...(body && { body }) }))
    const response = answered ?? ownAnswer(request, pathname)
    const labels = reads ? labelsIn(body) : []
    // Events in a request that the vendor's emulator does not know have not arrived: the figures show this gap of the
    // benchmark.
    const isPast = vendor && !answered
    if (response.status === 404 || (isPast && labels[0])) unexpected.add(pathname)
    const isTaken = response.ok && !isPast && !(vendor && REFUSAL.test(await response.clone().text()))
    if (isTaken) arrivals.note(labels)
    if (response.ok) counted += Number(searchParams.get('n'))
    return response
  }

  const listener = await createListener((request, connection) => {
    traffic.note(connection.incoming.socket)
    // A preflight is answered whatever the fault, because a browser may have sent it before.
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsOf(request) })
    if (mode === 'slow') return sleep(SLOW_MS).then(() => accept(request))
    if (mode === 'busy') return new Response('{}', { status: 503, headers: corsOf(request) })
    return mode === 'hanging' ? hang(connection) : accept(request)
  })

  return {
    origin: `http://127.0.0.1:${listener.port}`,
    async setMode(next) {
      mode = next
      for (const end of hanging) end()
      hanging.clear()
      if (next === 'down') await listener.stop()
      else await listener.start()
    },
    arrivals,
    counted: () => counted,
    requests: traffic.requests,
    bytes: traffic.bytes,
    unexpected: () => [...unexpected],
    async close() {
      for (const end of hanging) end()
      await listener.stop()
    },
  }
}
