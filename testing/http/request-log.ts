import type { HttpBindings } from '@hono/node-server'

export interface ServedRequest {
  readonly method: string
  /** The path with its query. */
  readonly path: string
  readonly startedAtMs: number
  /** When the request ended; missing while it is in flight. */
  readonly endedAtMs?: number
  /** The status of the answer; missing when there was none. */
  readonly status?: number
  /**
   * The value of `Sec-Fetch-Mode`: `cors` for fetch, `no-cors` for a beacon. A keepalive fetch cannot be told from
   * another.
   */
  readonly mode?: string
  /** The body, where bodies are kept, once it has been read. */
  readonly body?: string
}

/** The number of bodies that are kept: those of the newest requests. */
const BODIES_KEPT = 100

/** Notes when requests begin and end, as the network sees it: up to the last byte of the answer, or the break. */
export const createRequestLog = ({ keepBodies }: { readonly keepBodies: boolean }) => {
  let entries: { request: ServedRequest }[] = []
  const inFlight = new Set<object>()
  let mostInFlight = 0

  const keepBody = async (entry: { request: ServedRequest }, copy: Request): Promise<void> => {
    try {
      const body = await copy.text()
      entry.request = { ...entry.request, body }
    } catch {
      // The connection broke before the body was complete, so there is nothing to keep.
      return
    }
    const outdated = entries.at(-BODIES_KEPT - 1)
    if (outdated) outdated.request = { ...outdated.request, body: '' }
  }

  const note = (request: Request, { outgoing }: HttpBindings): void => {
    const { pathname, search } = new URL(request.url)
    const mode = request.headers.get('sec-fetch-mode')
    const entry: { request: ServedRequest } = {
      request: {
        method: request.method,
        path: `${pathname}${search}`,
        startedAtMs: performance.now(),
        ...(mode && { mode }),
      },
    }
    entries.push(entry)
    // A preflight belongs to the request that it announces.
    if (request.method !== 'OPTIONS') inFlight.add(entry)
    mostInFlight = Math.max(mostInFlight, inFlight.size)
    if (keepBodies && request.method === 'POST') keepBody(entry, request.clone() as Request)

    // 'close' alone would come late: a client that has the whole answer may already be sending the next request.
    const end = (): void => {
      if (entry.request.endedAtMs !== undefined) return
      inFlight.delete(entry)
      entry.request = {
        ...entry.request,
        endedAtMs: performance.now(),
        ...(outgoing.headersSent && { status: outgoing.statusCode }),
      }
    }
    outgoing.once('finish', end)
    outgoing.once('close', end)
  }

  return {
    note,
    requests: (): readonly ServedRequest[] => entries.map(({ request }) => request),
    inFlight: () => inFlight.size,
    /** Returns the most requests that were in flight at one moment, preflights left out. */
    mostInFlight: () => mostInFlight,
    clear(): void {
      entries = []
      mostInFlight = inFlight.size
    },
  }
}
