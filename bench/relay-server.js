// The script is a server to measure, as a process of its own: the built relay, or one of the same library that answers
// the same bytes and reads the request as JSON, as text, or (`deaf`) not at all. Its answers are asked for over IPC.
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createMemoryIds, createRelay } from '../dist/relay/index.js'

const [kind, origin, writeKey, maxIds, answer] = process.argv.slice(2)

/** The vendor takes everything at once, because the relay is measured and not a vendor. */
const vendor = {
  name: 'helpcrunch',
  rate: { requests: 1, windowMs: 1 },
  limitedMs: 1,
  unanswered: 'resend',
  personOf: ({ identity }) => identity.anonymousId,
  deliver: async () => ({ type: 'delivered' }),
}

const headers = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'access-control-allow-origin': origin,
  vary: 'origin',
}

const handlers = {
  relay: createRelay({
    origins: [origin],
    writeKeys: [writeKey],
    vendors: [vendor],
    // The ids are fewer than those of all batches: when a batch comes again, its ids are forgotten, and it is delivered
    // as if new.
    deliveredIds: createMemoryIds({ maxIds: Number(maxIds) }),
  }),
  deaf: () => new Response(answer, { headers }),
  text: async (request) => {
    await request.text()
    return new Response(answer, { headers })
  },
  json: async (request) => {
    await request.json()
    return new Response(answer, { headers })
  },
}

const listener = getRequestListener(handlers[kind])
const server = createServer((incoming, outgoing) => void listener(incoming, outgoing))
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
process.on('message', () => process.send(process.cpuUsage()))
// Without its parent the process has nothing to do.
process.once('disconnect', () => process.exit())
