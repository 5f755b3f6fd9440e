// The command `npm run bench:relay:accept [-- requests]` tells how fast the relay takes batches into Redis: batches of
// 50 events, all of them new, to one process and then to two. No worker delivers meanwhile.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { relayEnv, startProcess } from '../test/relay/process.ts'
import { redisVersion, startRedis, whyNoRedis } from '../test/relay/redis-server.ts'
import { measureLoad } from './load.ts'
import { BATCH, ORIGIN, requestOf, WRITE_KEY } from './relay-batches.ts'

const count = Number(process.argv[2] ?? 2_000)
const CONNECTIONS = 16
/** The ticks of the kernel's clock for processes in a second. */
const TICKS = 100

const problem = whyNoRedis()
if (problem !== undefined) throw new Error(problem)

const nowhere = { helpcrunch: 'http://127.0.0.1:9', yotpo: 'http://127.0.0.1:9' }

/** Returns the seconds of a core's time that a process has used so far, kernel included. */
const coreSeconds = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

interface Measured {
  /** Requests a second of the clock, over all processes together. */
  readonly perSecond: number
  /** Requests per second of a core's time that the relays have used, because other programs use this machine, too. */
  readonly perCoreSecond: number
}

const measure = async (processes: number, appendonly: 'yes' | 'no', first: number): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-redis-'))
  const redis = await startRedis(['--appendonly', appendonly, '--dir', folder])
  const env = {
    ...relayEnv(nowhere),
    REDIS_URL: redis.url,
    SENDOFF_ORIGINS: ORIGIN,
    SENDOFF_WRITE_KEYS: WRITE_KEY,
    SENDOFF_REQUESTS_PER_ADDRESS: '0',
    SENDOFF_WORKER: 'apart',
  }
  const relays = await Promise.all(Array.from({ length: processes }, () => startProcess(env)))
  const requests = Array.from({ length: count }, (_, index) => requestOf(first + index))
  const each = count / processes
  try {
    const used = () => relays.reduce((sum, { pid }) => sum + coreSeconds(pid), 0)
    const startMs = performance.now()
    const before = used()
    await Promise.all(
      relays.map(({ address }, index) =>
        measureLoad({
          port: Number(new URL(address).port),
          requests: requests.slice(index * each, (index + 1) * each),
          connections: CONNECTIONS,
          count: each,
        }),
      ),
    )
    const perSecond = count / ((performance.now() - startMs) / 1_000)
    return { perSecond, perCoreSecond: count / (used() - before) }
  } finally {
    await Promise.all(relays.map((relay) => relay.stop()))
    await redis.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

console.log(`Node ${process.version}, ${redisVersion()}, load ${loadavg()[0]?.toFixed(1)}`)
let first = 0
for (const appendonly of ['no', 'yes'] as const)
  for (const processes of [1, 2]) {
    const { perSecond, perCoreSecond } = await measure(processes, appendonly, first)
    first += count
    console.log(
      `${processes} process(es), appendonly ${appendonly}: ${perSecond.toFixed(0)} batches of ${BATCH} a second, ${perCoreSecond.toFixed(0)} per core second of the relay`,
    )
  }
