import { expect, test } from 'vitest'
import { createFakeDestination } from '../test/fakes/destination.ts'
import { configOf, type TrackerOptions } from './config.ts'

const destinations = [createFakeDestination()]
const given = (options: object) => configOf({ destinations, ...options } as TrackerOptions)

test('what is left out has its default', () => {
  expect(given({})).toEqual({ destinations, maxAgeDays: 7, maxEvents: 100_000 })
})

test.each<[object, string]>([
  [{ destinations: [] }, 'destinations is empty; expected at least one'],
  [{ destinations: undefined }, 'destinations is empty; expected at least one'],
  [{ destinations: destinations[0] }, 'destinations is empty; expected at least one'],
  [{ destinations: ['klaviyo'] }, 'destinations is empty; expected at least one'],
  [{ maxEvents: 0 }, 'maxEvents is 0; expected a positive number'],
  [{ maxEvents: '-1' }, 'maxEvents is -1; expected a positive number'],
  [{ maxAgeDays: Number.NaN }, 'maxAgeDays is NaN; expected a positive number'],
  [{ maxAgeDays: 'week' }, 'maxAgeDays is week; expected a positive number'],
  [{ colour: 'sk_secret' }, 'colour is unknown; expected one of destinations,maxAgeDays,maxEvents'],
])('a mistake is told in a sentence: %o', (options, says) => {
  expect(() => given(options)).toThrow(TypeError)
  expect(() => given(options)).toThrow(new RegExp(`^sendoff: ${says}`))
})
