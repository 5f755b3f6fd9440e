import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'

export interface Heard {
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  if (request.headers['content-encoding'] !== 'gzip') return text(request)
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return gunzipSync(Buffer.concat(parts)).toString()
}

/** A server that says yes to everything, and keeps what it was told. Give it as `answer` what the vendor would say. */
export const startEar = async (answer: unknown) => {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const { url = '', headers } = request
    heard.push({ path: url, authorization: headers.authorization, body: await bodyOf(request) })
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    host: `127.0.0.1:${port}`,
    heard,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
