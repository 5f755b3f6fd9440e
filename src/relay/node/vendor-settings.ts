import type { Vendor } from '../vendor.ts'
import { helpcrunchVendor } from '../vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from '../vendors/yotpo-vendor.ts'
import type { Reader } from './settings-reader.ts'

const isHttp = (value: string): boolean => /^https?:\/\//.test(value) && URL.canParse(value)
const isAmount = (value: string): boolean => /^[1-9]\d*$/.test(value)

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

/** Makes the vendors whose credentials are set. When there is none, this is noted as a problem. */
export const vendorsFrom = (reader: Reader): readonly Vendor[] => {
  const vendors = [...helpcrunchFrom(reader), ...yotpoFrom(reader)]
  if (vendors.length === 0)
    reader.problems.push(
      'HELPCRUNCH_API_KEY or YOTPO_STORE_ID and YOTPO_SECRET: expected at least one vendor',
    )
  return vendors
}
