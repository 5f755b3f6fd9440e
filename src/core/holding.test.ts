import { describe, expect, test } from 'vitest'
import { ANYONE, eventsOf } from '../../test/events.ts'
import { bloomreach } from '../vendors/bloomreach/destination.ts'
import { crowdpower } from '../vendors/crowdpower/destination.ts'
import { helpcrunch } from '../vendors/helpcrunch/destination.ts'
import { http } from '../vendors/http/destination.ts'
import { klaviyo } from '../vendors/klaviyo/destination.ts'
import { yotpo } from '../vendors/yotpo/destination.ts'
import type { Destination } from './destination.ts'

const holders = {
  crowdpower: crowdpower({ key: `pk_${'0'.repeat(64)}` }),
  helpcrunch: helpcrunch({ relay: '/sendoff' }),
  yotpo: yotpo({ relay: '/sendoff' }),
}
const others = {
  bloomreach: bloomreach({
    projectToken: '12345678-1234-1234-1234-123456789abc',
    key: '0'.repeat(64),
  }),
  http: http({ url: '/collect' }),
  klaviyo: klaviyo({ companyId: 'AbC123' }),
}

const isHeld = (destination: Destination, traits: object) =>
  !!destination.heldKeyOf?.({
    key: `${destination.name}/e/new/1/1`,
    json: JSON.stringify(eventsOf(1, { identity: { ...ANYONE, ...traits } })),
  })
const holdersOf = (traits: object) =>
  Object.entries({ ...holders, ...others }).flatMap(([name, destination]) =>
    isHeld(destination, traits) ? name : [],
  )

describe('events are held', () => {
  test.each([
    ['nobody', {}, Object.keys(holders)],
    ['a phone number', { phone: '+491701234567' }, ['crowdpower', 'helpcrunch']],
    ['a user id', { userId: 'customer-7' }, []],
    ['an address', { email: 'ada@shop.test' }, []],
  ])('of %s by the vendors that know no such person', (_, traits, names) => {
    expect(holdersOf(traits)).toEqual(names)
  })

  test('under the name of their destination, where its queue looks', () => {
    for (const [name, { heldKeyOf }] of Object.entries(holders)) {
      const json = JSON.stringify(eventsOf(2))
      expect(heldKeyOf?.({ key: `${name}/e/new/id/2`, json })).toBe(
        `${name}/e/held/id/2/${ANYONE.anonymousId}`,
      )
    }
  })

  test('not when they cannot be read: the queue has a word for those', () => {
    expect(
      holders.crowdpower.heldKeyOf?.({ key: 'crowdpower/e/new/id/2', json: 'half a rec' }),
    ).toBeUndefined()
  })
})
