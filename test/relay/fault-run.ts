import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TrackedEvent } from '../../src/core/event.ts'
import { type CountingVendor, mostWithin, startCountingVendor } from './counting-vendor.ts'
import { type RelayProcess, relayEnv, startProcess, startWorkerProcess } from './process.ts'
import { startRedis } from './redis-server.ts'
import { deliver, eventsOfSomebody } from './set-up.ts'
import { waitUntil } from './wait-until.ts'

const BATCH = 10
const VISITORS_AT_ONCE = 32
const LEASE_SECONDS = 3
const MINUTE_MS = 60_000
const TENTHS = 10
const LOOK_MS = 250

export interface FaultRun {
  readonly events: number
  /** Accepted, and never seen by the vendor. */
  readonly lost: number
  /** Seen twice. */
  readonly doubled: number
  /** Events of a person that came in another order than they were tracked in, repeats left out. */
  readonly outOfOrder: number
  /** The most requests of any minute, and of any second, and what is allowed in a minute. */
  readonly perMinute: number
  readonly perSecond: number
  readonly limitPerMinute: number
  readonly acceptedPerSecond: number
  readonly seconds: number
  /** The most resident memory in MB of the relay and the worker that lived, in each tenth of the run. */
  readonly relayMb: readonly number[]
  readonly workerMb: readonly number[]
}

/** The most of each tenth. */
const peaksOf = (values: readonly number[]): readonly number[] =>
  Array.from({ length: TENTHS }, (_, index) => {
    const at = (tenth: number) => Math.floor((values.length * tenth) / TENTHS)
    return Math.max(0, ...values.slice(at(index), at(index + 1)))
  })

const megabytesOf = (pid: number): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024)

/** Sends as a browser does: again, to whoever is there, until everything is taken. */
const sendUntilTaken = async (
  relays: readonly RelayProcess[],
  events: readonly TrackedEvent[],
): Promise<void> => {
  for (let attempt = Math.floor(Math.random() * 2); ; attempt += 1) {
    const relay = relays[attempt % relays.length]
    try {
      const outcomes = relay ? await deliver(relay, 'helpcrunch', events) : []
      if (outcomes.length > 0 && outcomes.every(({ type }) => type === 'delivered')) return
    } catch {
      // The relay is dead, or dying: the next attempt goes to the other.
    }
    await sleep(100)
  }
}

const verdictOn = (people: readonly (readonly TrackedEvent[])[], { events: seen }: CountingVendor) => {
  const lists = new Map([...seen.values()].flatMap((ids) => ids.map((id) => [id, ids] as const)))
  let [lost, doubled, outOfOrder] = [0, 0, 0]
  for (const events of people) {
    const ids = lists.get(events[0]?.id ?? '') ?? []
    const once = [...new Set(ids)]
    lost += events.filter(({ id }) => !lists.has(id)).length
    doubled += ids.length - once.length
    outOfOrder += once.filter((id, index) => id !== events[index]?.id).length
  }
  return { lost, doubled, outOfOrder }
}

/** Two relays, two workers and a Redis; one of each is killed in the middle, and Redis is killed and comes back. */
export const runFaults = async ({
  events: total,
  requestsPerMinute,
}: {
  readonly events: number
  readonly requestsPerMinute: number
}): Promise<FaultRun> => {
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-redis-'))
  // With `everysec` Redis answers before it has written, for up to two seconds while the disk is busy.
  const redis = await startRedis(['--appendonly', 'yes', '--appendfsync', 'always', '--dir', folder])
  const vendor = await startCountingVendor()
  const env = {
    ...relayEnv({ helpcrunch: vendor.endpoint, yotpo: vendor.endpoint }),
    REDIS_URL: redis.url,
    HELPCRUNCH_REQUESTS_PER_MINUTE: `${requestsPerMinute}`,
    SENDOFF_LEASE_SECONDS: `${LEASE_SECONDS}`,
    SENDOFF_REQUESTS_PER_ADDRESS: '0',
    SENDOFF_WORKER: 'apart',
  }
  const relays = [await startProcess(env), await startProcess(env)]
  const workers = [await startWorkerProcess(env), await startWorkerProcess(env)]
  const [relay, doomedRelay] = relays
  const [worker, doomedWorker] = workers
  if (!relay || !doomedRelay || !worker || !doomedWorker) throw new Error('not started')
  const memory: { readonly relay: number[]; readonly worker: number[] } = { relay: [], worker: [] }
  const watch = setInterval(() => {
    memory.relay.push(megabytesOf(relay.pid))
    memory.worker.push(megabytesOf(worker.pid))
  }, LOOK_MS)

  const people = Array.from({ length: total / 100 }, () => eventsOfSomebody(100))
  const startMs = Date.now()
  let acceptedMs = 0
  let next = 0
  const visit = async (): Promise<void> => {
    for (let events = people[next++]; events; events = people[next++])
      for (let from = 0; from < events.length; from += BATCH)
        await sendUntilTaken(relays, events.slice(from, from + BATCH))
  }
  try {
    const visits = Promise.all(Array.from({ length: VISITORS_AT_ONCE }, visit)).then(() => {
      acceptedMs = Date.now() - startMs
    })
    const maxMs = 60_000 + (total / requestsPerMinute) * MINUTE_MS * 10
    await waitUntil(() => vendor.count() > total / 4, maxMs)
    await doomedRelay.kill()
    await doomedWorker.kill()
    await waitUntil(() => vendor.count() > total / 2, maxMs)
    await redis.restart()
    await visits
    await waitUntil(() => new Set([...vendor.events.values()].flat()).size === total, maxMs).catch(
      () => undefined,
    )
    const seconds = (Date.now() - startMs) / 1_000
    clearInterval(watch)
    return {
      events: total,
      ...verdictOn(people, vendor),
      perMinute: mostWithin(vendor.arrivals, MINUTE_MS),
      perSecond: mostWithin(vendor.arrivals, 1_000),
      limitPerMinute: requestsPerMinute,
      acceptedPerSecond: Math.round(total / (acceptedMs / 1_000)),
      seconds: Math.round(seconds),
      relayMb: peaksOf(memory.relay),
      workerMb: peaksOf(memory.worker),
    }
  } finally {
    clearInterval(watch)
    await Promise.all([relay.stop(), worker.stop()])
    vendor.close()
    await redis.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}
