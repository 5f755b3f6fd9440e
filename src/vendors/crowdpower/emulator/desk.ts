import { ADDRESS, type Counter } from '../../../../testing/emulators/desk.ts'
import { createCrowdpowerEmulator, PUBLIC_KEY } from './emulator.ts'

export const counter: Counter = {
  paths: ['/events/bulk', '/customers'],
  open(refuse) {
    const crowdpower = createCrowdpowerEmulator({ refuse: ({ properties }) => refuse(properties) })
    return {
      title: 'Crowdpower',
      attributes: { 'data-key': PUBLIC_KEY, 'data-endpoint': ADDRESS },
      needsPerson: true,
      countsTwice: true,
      handle: crowdpower.handle,
      requests: crowdpower.requests,
      repeats: crowdpower.duplicates,
      people: () => crowdpower.customers().length,
      events: () =>
        crowdpower.events().map(({ action, created_at = 0, person, properties }) => ({
          name: action,
          time: new Date(created_at * 1_000).toISOString(),
          person: `${person.email ?? person.user_id}`,
          properties,
        })),
    }
  },
}
