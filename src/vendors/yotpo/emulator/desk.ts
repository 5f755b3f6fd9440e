import { type Counter, RELAYED } from '../../../../testing/emulators/desk.ts'
import { yotpoVendor } from '../../../relay/index.ts'
import { createYotpoEmulator } from './emulator.ts'

export const counter: Counter = {
  relayed: (endpoint) => yotpoVendor({ storeId: 'store-1', secret: 'yotpo-private-secret', endpoint }),
  open(refuse) {
    const yotpo = createYotpoEmulator({ refuse: ({ properties }) => refuse(properties) })
    return {
      title: 'Yotpo',
      attributes: RELAYED,
      needsPerson: true,
      handle: yotpo.handle,
      requests: yotpo.requests,
      repeats: yotpo.overridden,
      people: () => new Set(yotpo.events().map(({ customer }) => JSON.stringify(customer))).size,
      events: () =>
        yotpo.events().map(({ type, occurred_at, customer, properties = {} }) => ({
          name: type,
          time: occurred_at,
          person: `${customer.email ?? customer.external_id ?? customer.phone_number}`,
          properties,
        })),
    }
  },
}
