import { type Counter, RELAYED } from '../../../../testing/emulators/desk.ts'
import { helpcrunchVendor } from '../../../relay/index.ts'
import { createHelpcrunchEmulator } from './emulator.ts'

export const counter: Counter = {
  relayed: (endpoint) =>
    helpcrunchVendor({
      apiKey: 'hc-private-key',
      createCustomers: true,
      requestsPerMinute: 60_000,
      endpoint,
    }),
  open(refuse) {
    // The real limit, 120 a minute, would make visitors of the demo wait for a burst.
    const helpcrunch = createHelpcrunchEmulator({
      refuse: ({ data }) => refuse(data),
      enforceRateLimits: false,
    })
    const emailOf = (wanted: number) => helpcrunch.customers().find(({ id }) => id === wanted)?.email
    return {
      title: 'HelpCrunch',
      attributes: RELAYED,
      needsPerson: true,
      handle: helpcrunch.handle,
      requests: helpcrunch.requests,
      repeats: () => 0,
      people: () => helpcrunch.customers().length,
      events: () =>
        helpcrunch.events().map(({ name, data, customer, createdAtMs }) => ({
          name,
          time: new Date(createdAtMs).toISOString(),
          person: `${emailOf(customer) ?? customer}`,
          properties: data,
        })),
    }
  },
}
