import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly requests: readonly Buffer[]
  readonly connections: number
  /** The number of requests to send. */
  readonly count: number
}

/** Returns the length of the whole answer in `head`, when its headers are complete. */
const lengthOf = (head: Buffer): number | undefined => {
  const end = head.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const text = head.subarray(0, end).toString('latin1')
  const length = /^content-length: (\d+)/im.exec(text)?.[1]
  if (!text.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(text)
  return end + 4 + Number(length)
}

/**
 * Resolves when all requests are answered. Each connection sends the next request when it has the whole answer to the
 * last.
 */
export const measureLoad = async ({ port, requests, connections, count }: Load): Promise<void> => {
  let next = 0

  const drive = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1')
      let received = Buffer.alloc(0)
      const send = (): void => {
        if (next >= count) socket.destroy()
        else socket.write(requests[next++ % requests.length] ?? '')
      }
      socket.setNoDelay(true)
      socket.on('connect', send)
      socket.on('close', () => resolve())
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        received = received.length > 0 ? Buffer.concat([received, chunk]) : chunk
        const length = lengthOf(received)
        if (length === undefined || received.length < length) return
        received = Buffer.alloc(0)
        send()
      })
    })

  await Promise.all(Array.from({ length: connections }, drive))
}
