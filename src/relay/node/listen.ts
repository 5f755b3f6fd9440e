import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SettingsError } from './settings-reader.ts'

/** The longest time that a request may take to arrive: one that is not complete by then is cut off. */
const REQUEST_MS = 10_000
const LOOK_MS = 1_000
const STOP_LOOK_MS = 250
/** The longest wait for answers that are under way when the server stops: it is longer than any delivery. */
const STOP_MS = 30_000

export interface Listening {
  readonly port: number
  /** Takes no more requests, and resolves when those that came are answered, or cut off. */
  stop(): Promise<void>
}

/** Makes the server listen. @throws {SettingsError} when it cannot listen at this address. */
export const listen = async (answer: RequestListener, port: number, host: string): Promise<Listening> => {
  /** Requests without an answer so far. */
  const open = new Set<IncomingMessage>()
  const server = createServer(
    { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS },
    (incoming, outgoing) => {
      open.add(incoming)
      outgoing.once('close', () => open.delete(incoming))
      answer(incoming, outgoing)
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ message }) => reject(new SettingsError(`PORT or HOST is wrong: ${message}`)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        const endMs = Date.now() + STOP_MS
        // An incomplete request has reached no vendor, so the relay does not wait for a client that sends byte by byte.
        const cut = setInterval(() => {
          const isAnswering = [...open].some(({ complete }) => complete)
          if (!isAnswering || Date.now() > endMs) server.closeAllConnections()
        }, STOP_LOOK_MS)
        server.close(() => {
          clearInterval(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
