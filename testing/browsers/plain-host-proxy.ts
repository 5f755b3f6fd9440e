import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { PLAIN_HOST } from './launch-options.ts'

export interface PlainHostProxy {
  readonly url: string
  stop(): void
}

/**
 * Starts an HTTP proxy that knows one host, `PLAIN_HOST`, and finds it on this machine: for a browser that cannot be
 * told where a name leads. It refuses every other host.
 */
export const startPlainHostProxy = async (): Promise<PlainHostProxy> => {
  const server = createServer((asked, answer) => {
    const url = URL.parse(asked.url ?? '')
    if (url?.hostname !== PLAIN_HOST) {
      answer.writeHead(502).end()
      return
    }
    const { method, headers } = asked
    const forwarded = request(
      { host: '127.0.0.1', port: url.port, path: `${url.pathname}${url.search}`, method, headers },
      (response) => {
        answer.writeHead(response.statusCode ?? 502, response.headers)
        response.pipe(answer)
      },
    )
    // The site is gone, so there is no answer.
    forwarded.on('error', () => answer.destroy())
    asked.pipe(forwarded)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The system gave no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
