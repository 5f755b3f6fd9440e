import type { RelayOptions } from './create-relay.ts'
import { helpcrunchVendor } from './helpcrunch-vendor.ts'
import type { Vendor } from './vendor.ts'
import { yotpoVendor } from './yotpo-vendor.ts'

export type Env = Readonly<Record<string, string | undefined>>

export interface Settings {
  readonly port: number
  readonly host: string
  readonly redisUrl: string | undefined
  /** Where Prometheus reads; nowhere when left out. */
  readonly metricsPort: number | undefined
  readonly requestsPerAddress: number
  readonly eventsPerKey: number
  /** The header in which a proxy of the site's own names the visitor's address. */
  readonly addressHeader: string | undefined
  readonly relay: Pick<RelayOptions, 'origins' | 'writeKeys' | 'signingSecret' | 'vendors'>
}

/** All that is wrong with the environment: a line each, with the variable's name and never its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const DEFAULT_PORT = 8787
/** Many visitors may share an address; a page sends at most one request a second in the long run. A minute. */
const DEFAULT_REQUESTS_PER_ADDRESS = 600
/** As many as an HMAC has; what is shorter can be guessed. */
const MIN_SIGNING_SECRET = 32

/** Reads variables, and notes what is wrong with them. */
const createReader = (env: Env) => {
  const problems: string[] = []
  const text = (name: string): string | undefined => env[name]?.trim() || undefined
  return {
    problems,
    text,
    need(name: string, expected: string): string {
      const value = text(name)
      if (value === undefined) problems.push(`${name} is missing: expected ${expected}`)
      return value ?? ''
    },
    list: (value: string): string[] =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    check(name: string, isRight: (value: string) => boolean, expected: string): string | undefined {
      const value = text(name)
      if (value === undefined || isRight(value)) return value
      problems.push(`${name} is wrong: expected ${expected}`)
      return undefined
    },
  }
}

type Reader = ReturnType<typeof createReader>

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value
const isHttp = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value)
const isRedis = (value: string): boolean => /^rediss?:\/\//.test(value) && URL.canParse(value)
const isAmount = (value: string): boolean => /^[1-9]\d*$/.test(value)
const isAmountOrNone = (value: string): boolean => /^\d{1,9}$/.test(value)
const isSecret = (value: string): boolean => value.length >= MIN_SIGNING_SECRET
const isHeader = (value: string): boolean => /^[\w-]+$/.test(value)
const isPort = (value: string): boolean => /^\d+$/.test(value) && Number(value) < 65_536

const helpcrunchFrom = ({ text, check }: Reader): readonly Vendor[] => {
  const apiKey = text('HELPCRUNCH_API_KEY')
  const create = check(
    'HELPCRUNCH_CREATE_CUSTOMERS',
    (value) => /^(true|false)$/.test(value),
    'true or false',
  )
  const unanswered = check(
    'HELPCRUNCH_UNANSWERED',
    (value) => /^(resend|assume-delivered)$/.test(value),
    'resend or assume-delivered',
  )
  const rate = check('HELPCRUNCH_REQUESTS_PER_MINUTE', isAmount, 'a whole number')
  const endpoint = check('HELPCRUNCH_ENDPOINT', isHttp, 'an address')
  if (!apiKey) return []
  const vendor = helpcrunchVendor({
    apiKey,
    createCustomers: create === 'true',
    ...(unanswered && { unanswered: unanswered as 'resend' }),
    ...(rate && { requestsPerMinute: Number(rate) }),
    ...(endpoint && { endpoint }),
  })
  return [vendor]
}

const yotpoFrom = ({ text, need, check }: Reader): readonly Vendor[] => {
  const endpoint = check('YOTPO_ENDPOINT', isHttp, 'an address')
  const [method, path, wrapper] = [text('YOTPO_METHOD'), text('YOTPO_PATH'), text('YOTPO_WRAPPER')]
  if (!text('YOTPO_STORE_ID') && !text('YOTPO_SECRET')) return []
  const vendor = yotpoVendor({
    storeId: need('YOTPO_STORE_ID', 'the store id, also called app key'),
    secret: need('YOTPO_SECRET', "the store's secret"),
    ...(method && { method }),
    ...(path && { path }),
    ...(wrapper && { wrapper }),
    ...(endpoint && { endpoint }),
  })
  return [vendor]
}

/** The relay's settings. @throws {SettingsError} that names every variable that is missing or wrong. */
export const settingsFrom = (env: Env): Settings => {
  const reader = createReader(env)
  const { problems, need, list, check, text } = reader
  const origins = list(
    need('SENDOFF_ORIGINS', 'the sites, such as https://shop.example,https://www.shop.example'),
  )
  const writeKeys = list(need('SENDOFF_WRITE_KEYS', 'at least one public write key, separated by commas'))
  if (!origins.every(isOrigin))
    problems.push('SENDOFF_ORIGINS is wrong: expected addresses such as https://shop.example, without a path')
  const port = check('PORT', isPort, 'a number from 0 to 65535')
  const redisUrl = check('REDIS_URL', isRedis, 'redis://host:port or rediss://host:port')
  const metricsPort = check('METRICS_PORT', isPort, 'a number from 0 to 65535')
  const requestsPerAddress = check(
    'SENDOFF_REQUESTS_PER_ADDRESS',
    isAmountOrNone,
    'a whole number; 0 for none',
  )
  const eventsPerKey = check('SENDOFF_EVENTS_PER_KEY', isAmountOrNone, 'a whole number; 0 for none')
  const addressHeader = check('SENDOFF_ADDRESS_HEADER', isHeader, 'the name of a header')
  const signingSecret = check('SENDOFF_SIGNING_SECRET', isSecret, `at least ${MIN_SIGNING_SECRET} characters`)
  const vendors = [...helpcrunchFrom(reader), ...yotpoFrom(reader)]
  if (vendors.length === 0)
    problems.push('HELPCRUNCH_API_KEY or YOTPO_STORE_ID and YOTPO_SECRET: expected at least one vendor')
  if (problems.length > 0) throw new SettingsError(problems.join('\n'))
  return {
    port: port ? Number(port) : DEFAULT_PORT,
    host: text('HOST') ?? '0.0.0.0',
    redisUrl,
    metricsPort: metricsPort === undefined ? undefined : Number(metricsPort),
    requestsPerAddress: Number(requestsPerAddress ?? DEFAULT_REQUESTS_PER_ADDRESS),
    eventsPerKey: Number(eventsPerKey ?? 0),
    addressHeader,
    relay: { origins, writeKeys, vendors, ...(signingSecret && { signingSecret }) },
  }
}
