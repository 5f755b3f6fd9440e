import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const bodyOf = async (incoming: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  let text = ''
  for await (const chunk of incoming) text += chunk
  return JSON.parse(text)
}

export interface CountingVendor {
  readonly endpoint: string
  /** The ids of the events, in the order in which they came, by customer. */
  readonly events: ReadonlyMap<unknown, readonly string[]>
  count(): number
  /** When each request came, in milliseconds since 1970. */
  readonly arrivals: readonly number[]
  close(): void
}

/** A HelpCrunch that knows everybody and only counts: the emulator, which checks all, would be what is measured. */
export const startCountingVendor = async (): Promise<CountingVendor> => {
  const customers = new Map<unknown, number>()
  const events = new Map<unknown, string[]>()
  const arrivals: number[] = []
  let count = 0

  const answerTo = (path: string | undefined, body: Readonly<Record<string, unknown>>): object => {
    if (path?.endsWith('/search')) {
      const [{ value }] = body.filter as [{ readonly value: unknown }]
      const id = customers.get(value) ?? customers.size + 1
      customers.set(value, id)
      return { data: [{ id, userId: value }], total: 1 }
    }
    const list = events.get(body.customer) ?? []
    events.set(body.customer, list)
    list.push((body.data as { readonly eventId: string }).eventId)
    count += 1
    return {}
  }

  const server = createServer(async (incoming, outgoing) => {
    arrivals.push(Date.now())
    outgoing.end(JSON.stringify(answerTo(incoming.url, await bodyOf(incoming))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    count: () => count,
    arrivals,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The most arrivals in any span of this length. */
export const mostWithin = (arrivals: readonly number[], spanMs: number): number => {
  let first = 0
  let most = 0
  for (const [index, atMs] of arrivals.entries()) {
    while ((arrivals[first] ?? 0) <= atMs - spanMs) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
