import { expect, test } from 'vitest'
import { createFakeDestination } from '../test/fakes/destination.ts'
import { configOf, queuesOf, type TrackerOptions } from './config.ts'
import type { Destination } from './core/destination.ts'

const destinations = [createFakeDestination()]
const given = (options: object) => configOf({ destinations, ...options } as TrackerOptions)

test('what is left out has its default', () => {
  expect(given({})).toEqual({ destinations, maxAgeDays: 7, maxEvents: 100_000, namespace: '', worker: '' })
})

test.each<[object, string]>([
  [{ destinations: [] }, 'destinations is empty; expected at least one'],
  [{ destinations: undefined }, 'destinations is empty; expected at least one'],
  [{ destinations: null }, 'destinations is empty; expected at least one'],
  [{ destinations: destinations[0] }, 'destinations is no list of destinations; expected an array of them'],
  [{ destinations: 'klaviyo' }, 'destinations is no list of destinations; expected an array of them'],
  [{ destinations: ['klaviyo'] }, 'destinations is no list of destinations; expected an array of them'],
  [
    { destinations: [...destinations, undefined] },
    'destinations is no list of destinations; expected an array of them',
  ],
  [{ maxEvents: 0 }, 'maxEvents is 0; expected a positive number'],
  [{ maxEvents: '-1' }, 'maxEvents is -1; expected a positive number'],
  [{ maxAgeDays: Number.NaN }, 'maxAgeDays is NaN; expected a positive number'],
  [{ maxAgeDays: 'week' }, 'maxAgeDays is week; expected a positive number'],
  [{ namespace: 'a/b' }, 'namespace is a/b; expected letters, digits'],
  [{ colour: 'sk_secret' }, 'colour is unknown; expected one of destinations,maxAgeDays,maxEvents,namespace'],
])('a mistake is told in a sentence: %o', (options, says) => {
  expect(() => given(options)).toThrow(TypeError)
  expect(() => given(options)).toThrow(new RegExp(`^sendoff: ${says}`))
})

test('each destination has a queue of its name and account, and of the namespace', () => {
  const two = [createFakeDestination(), createFakeDestination({ account: 'other/shop' })]
  expect(queuesOf(configOf({ destinations: two, namespace: 'de' }))).toEqual([
    'fake:shop@de',
    'fake:other%2Fshop@de',
  ])
})

test.each<[Destination[], string]>([
  [[createFakeDestination({ name: 'acme/eu' })], 'name of a destination is acme/eu; expected letters'],
  [[createFakeDestination({ name: '' })], 'name of a destination is ; expected letters'],
  [[createFakeDestination({ account: '' })], 'account of fake is ; expected a text'],
  [[createFakeDestination({ account: undefined as never })], 'account of fake is undefined; expected a text'],
  [
    [createFakeDestination(), createFakeDestination()],
    'destinations is fake:shop twice; expected each account once',
  ],
])('%o cannot be told apart in storage, and that is told', (list, says) => {
  expect(() => queuesOf(configOf({ destinations: list }))).toThrow(`sendoff: ${says}`)
})
