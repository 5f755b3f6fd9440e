import type { Socket } from 'node:net'

/** Counts the bytes that clients have sent, heads and preflights included. */
export const createTraffic = () => {
  const sockets = new Set<Socket>()
  let requests = 0
  let closedBytes = 0

  return {
    note(socket: Socket): void {
      requests += 1
      if (sockets.has(socket)) return
      sockets.add(socket)
      socket.once('close', () => {
        closedBytes += socket.bytesRead
        sockets.delete(socket)
      })
    },
    requests: (): number => requests,
    bytes: (): number => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, closedBytes),
  }
}
