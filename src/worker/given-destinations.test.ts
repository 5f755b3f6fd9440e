import { expect, test } from 'vitest'
import { givenDestinations } from './given-destinations.ts'

const addressOf = (config: unknown) =>
  `https://shop.test/sendoff-worker.js?sendoff=${encodeURIComponent(JSON.stringify(config))}`

test('a worker that a page has registered reads its queue in its own address', () => {
  const [given, ...others] = givenDestinations(
    addressOf(['klaviyo:AbC123@b2b', 'klaviyo', { companyId: 'AbC123' }, { maxAgeDays: 3, maxEvents: 50 }]),
    undefined,
  )
  expect(others).toEqual([])
  expect(given).toMatchObject({
    queue: 'klaviyo:AbC123@b2b',
    destination: { name: 'klaviyo', account: 'AbC123' },
    config: { maxAgeDays: 3, maxEvents: 50 },
  })
})

test('of a vendor that it does not know it delivers nothing', () => {
  expect(givenDestinations(addressOf(['acme:1', 'acme', {}, {}]), undefined)).toEqual([])
})

test("a site's own worker says what ours delivers, one or more", () => {
  const klaviyo = { destination: 'klaviyo', key: 'AbC123', namespace: 'b2b' }
  const http = { destination: 'http', url: '/collect' }
  const queues = (options: unknown) =>
    givenDestinations('https://shop.test/sw.js', options).map(({ queue }) => queue)
  expect(queues(klaviyo)).toEqual(['klaviyo:AbC123@b2b'])
  expect(queues([klaviyo, http])).toEqual(['klaviyo:AbC123@b2b', 'http:%2Fcollect'])
  expect(queues(undefined)).toEqual([])
})
