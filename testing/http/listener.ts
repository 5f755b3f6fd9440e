import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener, type HttpBindings } from '@hono/node-server'

export type Handler = (request: Request, connection: HttpBindings) => Response | Promise<Response>

export interface Listener {
  readonly port: number
  /** Stops listening and breaks every open connection. */
  stop(): Promise<void>
  /** Listens again on the same port. */
  start(): Promise<void>
}

const REBIND_ATTEMPTS = 50
const REBIND_PAUSE_MS = 20

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })

/** Serves `handler` on 127.0.0.1, on a free port when `port` is 0. */
export const createListener = async (handler: Handler, port = 0): Promise<Listener> => {
  // Without the option the adaptor replaces Node's Request and Response by its own.
  const answer = getRequestListener((request, connection) => handler(request, connection as HttpBindings), {
    overrideGlobalObjects: false,
  })
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  await listen(server, port)
  const address = server.address()
  const boundPort = typeof address === 'object' && address ? address.port : port

  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) return resolve()
      server.close(() => resolve())
      server.closeAllConnections()
    })

  const start = async (): Promise<void> => {
    // The system may meanwhile have lent the port to an outgoing connection, for an instant.
    for (let attempt = 1; !server.listening; attempt += 1) {
      try {
        await listen(server, boundPort)
      } catch (cause) {
        if (attempt === REBIND_ATTEMPTS) throw new Error(`Port ${boundPort} is taken`, { cause })
        await sleep(REBIND_PAUSE_MS)
      }
    }
  }

  // Starts and stops run one after the other: a server that listens again before it has closed never reports that it
  // has closed.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const done = last.then(step)
    last = done.catch(() => 'told to the caller of that step')
    return done
  }

  return { port: boundPort, stop: () => inTurn(stop), start: () => inTurn(start) }
}
