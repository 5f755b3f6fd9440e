import { createRelay } from '../../src/relay/create-relay.ts'
import { helpcrunchVendor } from '../../src/relay/vendors/helpcrunch-vendor.ts'
import { yotpoVendor } from '../../src/relay/vendors/yotpo-vendor.ts'
import { testRelay } from './conformance.ts'
import { SETTINGS } from './set-up.ts'

testRelay('as a function', async (endpoints) => {
  const { origin, writeKey, storeId, apiKey, secret, requestsPerMinute } = SETTINGS
  const relay = createRelay({
    origins: [origin],
    writeKeys: [writeKey],
    vendors: [
      helpcrunchVendor({ apiKey, createCustomers: true, requestsPerMinute, endpoint: endpoints.helpcrunch }),
      yotpoVendor({ storeId, secret: () => secret, endpoint: endpoints.yotpo }),
    ],
  })
  return {
    send: (init) => relay(new Request('https://shop.test/sendoff', { method: 'POST', ...init })),
    stop: async () => undefined,
  }
})
