import { expect, test } from 'vitest'
import { eventsOf, frozen, idsOf } from '../../test/events.ts'
import { createFakeDestination } from '../../test/fakes/destination.ts'
import { createFakeWorld } from '../../test/fakes/world.ts'
import type { Delegating, LinkToWorker } from './delegate.ts'
import type { FlushReason } from './sender-events.ts'

const destination = createFakeDestination({ options: { key: 'AbC123' } })

/** A service worker that notes what it is told. */
const createWorker = ({ hears = true } = {}) => {
  const told: string[] = []
  const configs: unknown[] = []
  const given: { sender?: Delegating } = {}
  const linkToWorker: LinkToWorker = async (path, config, sender) => {
    configs.push([path, ...config])
    given.sender = sender
    return [
      async (reason: FlushReason) => {
        told.push(reason)
        return hears
      },
      (reason) => told.push(`left: ${reason}`),
    ]
  }
  return { told, configs, given, linkToWorker }
}

test('an active worker delivers: the page tells it, soon, and sends nothing itself', async () => {
  const worker = createWorker()
  const { sender, pass, rest, requests } = createFakeWorld({ destination, linkToWorker: worker.linkToWorker })
  await rest()
  expect(worker.configs).toEqual([
    ['/sendoff-worker.js', 'fake:shop', 'fake', { key: 'AbC123' }, expect.anything()],
  ])
  await sender.add(frozen(eventsOf(3)), false)
  await pass(100)
  expect([worker.told, requests]).toEqual([['interval'], []])
  expect(await sender.status()).toMatchObject({ worker: 'active', queued: 3 })
})

test('what fills a request is told at once', async () => {
  const worker = createWorker()
  const { sender, rest } = createFakeWorld({ destination, linkToWorker: worker.linkToWorker })
  await rest()
  await sender.add(frozen(eventsOf(100)), false)
  await rest()
  expect(worker.told).toEqual(['size'])
})

test('a worker that does not hear is asked nothing more, and the page delivers', async () => {
  const worker = createWorker({ hears: false })
  const { sender, pass, requests } = createFakeWorld({ destination, linkToWorker: worker.linkToWorker })
  const newId = idsOf(1)
  await sender.add(frozen(eventsOf(3, { newId })), false)
  await pass(2_000)
  await sender.add(frozen(eventsOf(3, { newId })), false)
  await pass(2_000)
  expect([worker.told.length, requests.length]).toEqual([1, 2])
  expect(await sender.status()).toMatchObject({ worker: 'refused', queued: 0 })
})

test('where the browser refuses one, all is as without', async () => {
  const linkToWorker: LinkToWorker = () => Promise.reject(new DOMException('No.', 'SecurityError'))
  const { sender, pass, requests } = createFakeWorld({ destination, linkToWorker })
  await sender.add(frozen(eventsOf(3)), false)
  await pass(999)
  expect(requests).toEqual([])
  await pass(1)
  expect([requests.length, (await sender.status()).worker]).toEqual([1, 'refused'])
})

test('the worker is not asked to send for a destination that it could not make', async () => {
  const worker = createWorker()
  const { sender, pass, requests } = createFakeWorld({ linkToWorker: worker.linkToWorker })
  await sender.add(frozen(eventsOf(3)), false)
  await pass(1_000)
  expect([worker.configs, requests.length]).toEqual([[], 1])
  expect(await sender.status()).toMatchObject({ worker: 'none' })
})

test('a page that is left hands off nothing that the worker may take, and tells it afterwards', async () => {
  const newId = idsOf(1)
  const [first, second] = [eventsOf(2, { newId }), eventsOf(3, { newId })]
  const worker = createWorker()
  const { sender, rest, requests, area } = createFakeWorld({ destination, linkToWorker: worker.linkToWorker })
  await rest()
  area.set('sendoff-grant/fake:shop', `fake:shop/e/new/${first[1]?.id}/9`)
  await sender.add(frozen(first), false)
  await sender.add(frozen(second), false)
  sender.leave('pagehide')
  expect(requests.flatMap(({ events }) => events.map(({ id }) => id))).toEqual(second.map(({ id }) => id))
  expect(worker.told).toEqual(['left: pagehide'])
})

test('a page that is left with memory alone delivers by itself, and tells the worker of its answers', async () => {
  const worker = createWorker()
  const store = () => Promise.reject(new DOMException('', 'UnknownError'))
  const { sender, pass, rest, requests } = createFakeWorld({
    destination,
    store,
    linkToWorker: worker.linkToWorker,
  })
  await rest()
  await sender.add(frozen(eventsOf(3)), false)
  await pass(2_000)
  expect(requests).toHaveLength(1)
  expect(worker.told).toEqual(['left: interval'])
  expect(await sender.status()).toMatchObject({ worker: 'refused', storage: 'memory' })
})

test('the worker says when to look again, and why its request failed', async () => {
  const worker = createWorker()
  const { sender, pass, rest, requests } = createFakeWorld({ destination, linkToWorker: worker.linkToWorker })
  await rest()
  await sender.add(frozen(eventsOf(3)), false)
  await pass(100)
  const [, , look] = worker.given.sender as Delegating
  look(30_000, 'limited')
  await pass(30_000)
  expect(worker.told).toEqual(['interval', 'retry'])
  sender.leave('hidden')
  expect(requests).toEqual([])
})
