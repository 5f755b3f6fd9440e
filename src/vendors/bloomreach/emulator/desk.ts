import { ADDRESS, type Counter } from '../../../../testing/emulators/desk.ts'
import { createBloomreachEmulator, PROJECT_TOKEN, PUBLIC_TOKEN } from './emulator.ts'

export const counter: Counter = {
  paths: ['/track/v2/'],
  open(refuse) {
    const bloomreach = createBloomreachEmulator({ refuse: ({ properties }) => refuse(properties) })
    return {
      title: 'Bloomreach',
      attributes: { 'data-project': PROJECT_TOKEN, 'data-key': PUBLIC_TOKEN, 'data-endpoint': ADDRESS },
      handle: bloomreach.handle,
      requests: bloomreach.requests,
      repeats: bloomreach.duplicates,
      people: () => bloomreach.customers().length,
      events: () =>
        bloomreach.events().map(({ event_type, timestamp = 0, customer_ids, properties }) => ({
          name: event_type,
          time: new Date(timestamp * 1_000).toISOString(),
          person: customer_ids.registered ?? 'anonymous',
          properties,
        })),
    }
  },
}
