// The command `npm run bench:relay:handler [-- rounds]` tells what the relay adds to its server. Batches of 50 are sent
// in turns to the relay and to servers of the same library that answer the same bytes. The vendor answers at once, so
// that only the relay is measured.
//
// The figure is requests per second of a core's time that the server has used, kernel included: on a machine that other
// programs use, too, requests per second of the clock depend on them more than on the server.
//
// The goal is judged by the server that reads the request as JSON: the relay's answer names the events of the request,
// so a server must read them to give it. The other servers tell what that reading alone costs.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureLoad } from './load.ts'
import { answerOf, BATCH, BATCHES, ORIGIN, requestOf, WRITE_KEY } from './relay-batches.ts'
import { median } from './report/quantile.ts'

const rounds = Number(process.argv[2] ?? 9)
/** The number of requests in a round; it is the same for all servers, so that all are equally warm. */
const ROUND = 4_000
const WARM_UP_ROUNDS = 3
const CONNECTIONS = 16
const MIN_RATIO = 0.5
/** The bare server of the goal. */
const CONTROL = 'json'

const KINDS = {
  deaf: 'the same library and answer, request not read',
  text: 'the same library and answer, request read',
  json: 'the same library and answer, request read as JSON',
  relay: 'the relay',
} as const
type Kind = keyof typeof KINDS

const SERVER = fileURLToPath(new URL('./relay-server.js', import.meta.url))

interface Server {
  readonly kind: Kind
  readonly child: ChildProcess
  readonly port: number
  readonly perCoreSecond: number[]
}

const messageOf = async <Message>(child: ChildProcess): Promise<Message> => {
  const [message] = await once(child, 'message')
  return message as Message
}

const start = async (kind: Kind): Promise<Server> => {
  const child = fork(SERVER, [kind, ORIGIN, WRITE_KEY, `${(BATCH * BATCHES) / 2}`, answerOf(0)], {
    execArgv: [],
  })
  return { kind, child, port: await messageOf<number>(child), perCoreSecond: [] }
}

/** Returns the seconds of a core's time since the server began. */
const coreSeconds = async ({ child }: Server): Promise<number> => {
  child.send('usage')
  const { user, system } = await messageOf<NodeJS.CpuUsage>(child)
  return (user + system) / 1e6
}

const requests = Array.from({ length: BATCHES }, (_, index) => requestOf(index))
const servers = await Promise.all((Object.keys(KINDS) as Kind[]).map(start))

try {
  for (let round = 0; round < rounds + WARM_UP_ROUNDS; round += 1)
    for (const server of servers) {
      const before = await coreSeconds(server)
      await measureLoad({ ...server, requests, connections: CONNECTIONS, count: ROUND })
      if (round >= WARM_UP_ROUNDS) server.perCoreSecond.push(ROUND / ((await coreSeconds(server)) - before))
    }
} finally {
  for (const { child } of servers) child.kill()
}

const relay = servers.at(-1)?.perCoreSecond ?? []
console.log(
  `Node ${process.version}, batches of ${BATCH} (${requests[0]?.length} bytes), ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}`,
)
for (const { kind, perCoreSecond } of servers) {
  const ratio = median(relay.map((value, round) => value / (perCoreSecond[round] ?? Number.NaN)))
  const figure = `${median(perCoreSecond).toFixed(0).padStart(7)} requests per core second`
  console.log(
    `${KINDS[kind].padEnd(52)}${figure}${kind === 'relay' ? '' : `; the relay has ${ratio.toFixed(2)} of it`}`,
  )
  if (kind === CONTROL)
    console.log(`  (the goal is ${MIN_RATIO} of this one: an answer that names the events needs their ids)`)
}
console.log(`events per core second through the relay: ${(median(relay) * BATCH).toFixed(0)}`)
