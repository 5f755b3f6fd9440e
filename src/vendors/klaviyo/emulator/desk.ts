import { ADDRESS, type Counter } from '../../../../testing/emulators/desk.ts'
import { createKlaviyoEmulator } from './emulator.ts'

export const counter: Counter = {
  paths: ['/client/'],
  open(refuse) {
    const klaviyo = createKlaviyoEmulator({ refuse: ({ properties }) => refuse(properties) })
    return {
      title: 'Klaviyo',
      attributes: { 'data-key': 'AbC123', 'data-endpoint': ADDRESS },
      handle: klaviyo.handle,
      requests: klaviyo.requests,
      repeats: klaviyo.duplicates,
      people: () => klaviyo.profiles().length,
      events: () =>
        klaviyo.events().map(({ metric, time, profile, properties }) => ({
          name: metric,
          time,
          person: `${profile.email ?? profile.external_id ?? 'anonymous'}`,
          properties,
        })),
    }
  },
}
