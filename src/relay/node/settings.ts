import type { RelayOptions } from '../create-relay.ts'
import type { Vendor } from '../vendor.ts'
import { createReader, type Env, type Reader, SettingsError } from './settings-reader.ts'
import { vendorsFrom } from './vendor-settings.ts'

/** The settings that the relay and its workers share. */
export interface WorkerSettings {
  readonly host: string
  /** The port on which Prometheus reads; without one, metrics are not served. */
  readonly metricsPort: number | undefined
  readonly redisUrl: string | undefined
  /** Most events that may wait for one vendor. */
  readonly maxQueued: number
  /** How long a worker may be silent before another takes over its turns, in milliseconds. */
  readonly leaseMs: number
  readonly vendors: readonly Vendor[]
}

export interface Settings extends WorkerSettings {
  readonly port: number
  /** Whether events wait in Redis, or the vendor is called at once. */
  readonly queue: 'on' | 'off'
  /** Where the queue is worked off: in this process, too, or by `sendoff-relay work` alone. */
  readonly worker: 'in-process' | 'apart'
  readonly requestsPerAddress: number
  readonly eventsPerKey: number
  /** The header in which the site's own proxy names the visitor's address. */
  readonly addressHeader: string | undefined
  readonly relay: Pick<RelayOptions, 'origins' | 'writeKeys' | 'signingSecret'>
}

const DEFAULT_PORT = 8787
/**
 * Most requests of one address in a minute. Many visitors may share an address; a page sends at most one request a
 * second in the long run.
 */
const DEFAULT_REQUESTS_PER_ADDRESS = 600
/** The shortest secret: an HMAC has as many bytes, and a shorter secret can be guessed. */
const MIN_SIGNING_SECRET = 32
/** This number of events takes about 1 GB of Redis' memory. */
const DEFAULT_MAX_QUEUED = 1_000_000
/** The lease is longer than any call to a vendor. */
const DEFAULT_LEASE_S = 60

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value
const isRedis = (value: string): boolean => /^rediss?:\/\//.test(value) && URL.canParse(value)
const isAmount = (value: string): boolean => /^[1-9]\d{0,8}$/.test(value)
const isAmountOrNone = (value: string): boolean => /^\d{1,9}$/.test(value)
const isSecret = (value: string): boolean => value.length >= MIN_SIGNING_SECRET
const isHeader = (value: string): boolean => /^[\w-]+$/.test(value)
const isPort = (value: string): boolean => /^\d+$/.test(value) && Number(value) < 65_536
const isSwitch = (value: string): boolean => value === 'on' || value === 'off'
const isPlace = (value: string): boolean => value === 'in-process' || value === 'apart'

const commonFrom = (reader: Reader): WorkerSettings => {
  const { check, text } = reader
  const metricsPort = check('METRICS_PORT', isPort, 'a number from 0 to 65535')
  return {
    host: text('HOST') ?? '0.0.0.0',
    metricsPort: metricsPort === undefined ? undefined : Number(metricsPort),
    redisUrl: check('REDIS_URL', isRedis, 'redis://host:port or rediss://host:port'),
    maxQueued: Number(check('SENDOFF_MAX_QUEUED', isAmount, 'a whole number') ?? DEFAULT_MAX_QUEUED),
    leaseMs: 1_000 * Number(check('SENDOFF_LEASE_SECONDS', isAmount, 'a whole number') ?? DEFAULT_LEASE_S),
    vendors: vendorsFrom(reader),
  }
}

const throwProblems = ({ problems }: Reader): void => {
  if (problems.length > 0) throw new SettingsError(problems.join('\n'))
}

/** Reads the settings of a worker. @throws {SettingsError} that names every variable that is missing or wrong. */
export const workerSettingsFrom = (env: Env): WorkerSettings => {
  const reader = createReader(env)
  const common = commonFrom(reader)
  reader.need('REDIS_URL', 'redis://host:port or rediss://host:port, where the queue is')
  throwProblems(reader)
  return common
}

/** Reads the relay's settings. @throws {SettingsError} that names every variable that is missing or wrong. */
export const settingsFrom = (env: Env): Settings => {
  const reader = createReader(env)
  const { problems, need, list, check } = reader
  const origins = list(
    need('SENDOFF_ORIGINS', 'the sites, such as https://shop.example,https://www.shop.example'),
  )
  const writeKeys = list(need('SENDOFF_WRITE_KEYS', 'at least one public write key, separated by commas'))
  if (!origins.every(isOrigin))
    problems.push('SENDOFF_ORIGINS is wrong: expected addresses such as https://shop.example, without a path')
  const common = commonFrom(reader)
  const signingSecret = check('SENDOFF_SIGNING_SECRET', isSecret, `at least ${MIN_SIGNING_SECRET} characters`)
  const perAddress = check('SENDOFF_REQUESTS_PER_ADDRESS', isAmountOrNone, 'a whole number; 0 for none')
  const settings: Settings = {
    ...common,
    port: Number(check('PORT', isPort, 'a number from 0 to 65535') ?? DEFAULT_PORT),
    queue: check('SENDOFF_QUEUE', isSwitch, 'on or off') === 'off' || !common.redisUrl ? 'off' : 'on',
    worker: check('SENDOFF_WORKER', isPlace, 'in-process or apart') === 'apart' ? 'apart' : 'in-process',
    requestsPerAddress: Number(perAddress ?? DEFAULT_REQUESTS_PER_ADDRESS),
    eventsPerKey: Number(check('SENDOFF_EVENTS_PER_KEY', isAmountOrNone, 'a whole number; 0 for none') ?? 0),
    addressHeader: check('SENDOFF_ADDRESS_HEADER', isHeader, 'the name of a header'),
    relay: { origins, writeKeys, ...(signingSecret && { signingSecret }) },
  }
  throwProblems(reader)
  return settings
}
