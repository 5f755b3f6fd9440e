import { expect } from '@playwright/test'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/** Makes each hostile call between two good ones; returns what was thrown, and what was reported. */
const abuse = (page: Tab) =>
  page.evaluate(async () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    const getter = Object.defineProperty({}, 'price', {
      enumerable: true,
      get() {
        throw new Error('no price')
      },
    })
    const refuse = (): never => {
      throw new Error('hands off')
    }
    const proxy = new Proxy({}, { get: refuse, ownKeys: refuse, has: refuse, getPrototypeOf: refuse })
    const call = (...args: unknown[]): unknown => Reflect.apply(window.track, undefined, args)
    const identify = (...args: unknown[]): unknown => Reflect.apply(window.track.identify, undefined, args)
    const hostile: Readonly<Record<string, () => unknown>> = {
      'a circular object': () => call('Bad', circular),
      'a BigInt': () => call('Bad', { amount: 1n }),
      'a throwing getter': () => call('Bad', getter),
      'a 10 MB string': () => call('Bad', { text: 'x'.repeat(10_000_000) }),
      'no name': () => call(),
      'an empty name': () => call(''),
      'null for a name': () => call(null),
      'a Symbol for a name': () => call(Symbol('name')),
      'a throwing proxy for a name': () => call(proxy),
      'a Symbol for properties': () => call('Bad', Symbol('properties')),
      'a function for properties': () => call('Bad', () => 'nothing'),
      'a string for properties': () => call('Bad', 'text'),
      'an array for properties': () => call('Bad', ['text']),
      'an array of what has properties': () => call('Bad', [{ properties: {} }]),
      'properties that become nothing': () => call('Bad', { toJSON: () => undefined }),
      'a throwing proxy for properties': () => call('Bad', proxy),
      'a throwing proxy for options': () => call('Bad', {}, proxy),
      'a Symbol for an id': () => call('Bad', {}, { id: Symbol('id') }),
      'a time that is none': () => call('Bad', {}, { time: 'noon' }),
      'a throwing proxy for traits': () => identify('someone', proxy),
      'a Symbol for a user': () => identify(Symbol('user')),
    }
    const reports: string[] = []
    window.track.on('error', ({ reason, message }) => reports.push(`${reason}: ${message}`))
    const found = Object.entries(hostile).map(([name, act]) => {
      window.track('Good', { label: `before ${name}` })
      reports.length = 0
      try {
        act()
        return { name, thrown: '', reports: [...reports] }
      } catch (error) {
        return { name, thrown: `${error}`, reports: [...reports] }
      }
    })
    window.track('Good', { label: 'last' })
    return found
  })

test('no call throws whatever it is given: each is reported once, and no neighbour is lost', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  const found = await abuse(page)
  for (const { name, thrown, reports } of found) {
    expect
      .soft({ name, thrown, reports: reports.length }, reports.join())
      .toEqual({ name, thrown: '', reports: 1 })
  }

  await expectEachOnce(klaviyo, [...found.map(({ name }) => `before ${name}`), 'last'], page)
  const { invalid: refused } = await page.evaluate(() => window.track.status())
  expect(refused).toBe(found.length)
})

test('null where something may be left out is the same as leaving it out', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  await page.evaluate(() => {
    Reflect.apply(window.track, undefined, ['Nothing', null, null])
    for (const id of [null, '', 0])
      Reflect.apply(window.track, undefined, ['Nothing', {}, { id, time: null }])
    Reflect.apply(window.track.identify, undefined, [null, null])
    Reflect.apply(window.track.on, undefined, [null, null])
  })

  await expect.poll(() => klaviyo.events().map(({ metric }) => metric)).toEqual(Array(4).fill('Nothing'))
  for (const { unique_id } of klaviyo.events()) expect(unique_id).toMatch(/^[\da-f-]{36}$/)
})

test('a listener that throws harms neither the tracker nor the other listeners', async ({
  klaviyo,
  site,
  profile,
}) => {
  const page = await visit(profile, site.origin)
  const heard = await page.evaluate(async () => {
    window.track.on('settled', () => {
      throw new Error('of the page')
    })
    const heard = new Promise<string>((resolve) =>
      window.track.on('settled', ({ event }) => resolve(event.name)),
    )
    window.track('Heard', { label: 'heard' })
    return heard
  })

  expect(heard).toBe('Heard')
  await expectEachOnce(klaviyo, ['heard'], page)
})
