/** Why a request was refused: it broke a rule of the API, it came too fast, or a test asked for it. */
export type Refusal = 'contract' | 'rate-limit' | 'asked'

export interface LoggedRequest {
  readonly timeMs: number
  readonly method: string
  /** The path with its query. */
  readonly path: string
  readonly status: number
  readonly refusal?: Refusal
  /** The texts of all refusals in the answer. */
  readonly details: readonly string[]
  readonly events: number
  readonly bytes: number
  readonly body: string
  /** Whether another request was still being handled when this one came. */
  readonly overlapped: boolean
}

/** The decision of an account about one request. */
export interface Verdict {
  readonly status: number
  readonly answer: unknown
  readonly events: number
  readonly refusal?: Refusal
  readonly details?: readonly string[]
  /** Whether a page can read the answer; otherwise it looks like a broken network. @default true */
  readonly readable?: boolean
}

export interface ReceivedRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly text: string
  readonly bytes: number
}

/** Makes the error of a request that never reaches the account's data. */
export const refused = (
  status: number,
  answer: unknown,
  detail: string,
  refusal: Refusal = 'contract',
): Verdict => ({ status, answer, events: 0, refusal, details: [detail] })

const CORS = { 'Access-Control-Allow-Origin': '*' }

const preflight = (request: Request): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...CORS,
      'Access-Control-Allow-Methods': 'POST, OPTIONS',
      'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? '',
    },
  })

/** Answers requests as `judge` decides, and preflights by itself; it records all of them. */
export const createRecording = (judge: (request: ReceivedRequest) => Verdict, now: () => number) => {
  let log: LoggedRequest[] = []
  let inFlight = 0

  const answer = (request: Request, text: string, overlapped: boolean): Response => {
    const { method, headers } = request
    const url = new URL(request.url)
    const bytes = new TextEncoder().encode(text).length
    const verdict = method === 'OPTIONS' ? undefined : judge({ method, url, headers, text, bytes })
    log.push({
      timeMs: now(),
      method,
      path: `${url.pathname}${url.search}`,
      status: verdict?.status ?? 204,
      ...(verdict?.refusal && { refusal: verdict.refusal }),
      details: verdict?.details ?? [],
      events: verdict?.events ?? 0,
      bytes,
      body: text,
      overlapped,
    })
    if (!verdict) return preflight(request)
    return new Response(JSON.stringify(verdict.answer), {
      status: verdict.status,
      headers: { 'Content-Type': 'application/json', ...((verdict.readable ?? true) && CORS) },
    })
  }

  return {
    async handle(request: Request): Promise<Response> {
      const overlapped = inFlight > 0
      inFlight += 1
      try {
        return answer(request, await request.text(), overlapped)
      } finally {
        inFlight -= 1
      }
    },
    /** Returns every request in the order of the answers, preflights included. */
    requests: (): readonly LoggedRequest[] => [...log],
    /** Returns the requests that broke the contract; a well-behaved sender causes none. */
    violations: (): readonly LoggedRequest[] => log.filter(({ refusal }) => refusal === 'contract'),
    clear(): void {
      log = []
    },
  }
}

/** Reads the JSON document in a body; nothing where the body is not JSON. */
export const documentIn = (text: string): { readonly document: unknown } | undefined => {
  try {
    return { document: JSON.parse(text) }
  } catch {
    // The position of the syntax error is lost; the sender of a body that is no JSON does not need it.
    return undefined
  }
}

export const isJson = (headers: Headers): boolean =>
  /^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')
