/**
 * Why a request was refused: `contract` (it broke a rule of the API), `rate-limit`, `expired` (its token was valid
 * once), or `asked` (the option `refuse` said so).
 */
export type VendorRefusal = 'contract' | 'rate-limit' | 'expired' | 'asked'

export interface VendorRequestLog {
  readonly timeMs: number
  readonly method: string
  /** The path with its query. */
  readonly path: string
  readonly status: number
  readonly refusal?: VendorRefusal
  readonly body: string
  /** Whether another request was still being handled when this one came. */
  readonly overlapped: boolean
}

export interface VendorVerdict {
  readonly status: number
  readonly body?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly refusal?: VendorRefusal
}

/** Answers requests by `judge`, one after the other, and keeps a log of them. */
export const createVendorLog = (
  judge: (request: Request, text: string) => VendorVerdict,
  now: () => number,
) => {
  let log: VendorRequestLog[] = []
  let inFlight = 0

  return {
    async handle(request: Request): Promise<Response> {
      const overlapped = inFlight > 0
      inFlight += 1
      try {
        const body = await request.text()
        const { status, body: answer, headers = {}, refusal } = judge(request, body)
        const { pathname, search } = new URL(request.url)
        log.push({
          timeMs: now(),
          method: request.method,
          path: `${pathname}${search}`,
          status,
          ...(refusal && { refusal }),
          body,
          overlapped,
        })
        return new Response(answer ? JSON.stringify(answer) : null, {
          status,
          headers: { 'content-type': 'application/json', ...headers },
        })
      } finally {
        inFlight -= 1
      }
    },
    requests: (): readonly VendorRequestLog[] => [...log],
    violations: (): readonly VendorRequestLog[] => log.filter(({ refusal }) => refusal === 'contract'),
    reset(): void {
      log = []
    },
  }
}
