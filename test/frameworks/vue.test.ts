import { Window } from 'happy-dom'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Tracker } from '../../src/tracker.ts'

type Guard = (to: Place, from: Place, failure?: unknown) => void
interface Place {
  readonly path: string
  readonly fullPath: string
  readonly matched: readonly unknown[]
}

const window = new Window({ url: 'https://shop.test/' })
// Vue looks at the page when it is imported.
for (const name of ['window', 'document', 'location', 'Element', 'SVGElement', 'Node'] as const)
  vi.stubGlobal(name, name === 'window' ? window : window[name])
for (const name of ['addEventListener', 'removeEventListener'] as const)
  vi.stubGlobal(name, window[name].bind(window))
const { createApp, h, KeepAlive, nextTick, ref } = await import('vue')
const { sendoff, useTrack, useTracked } = await import('../../src/vue/index.ts')

afterAll(() => {
  vi.unstubAllGlobals()
})

let tracked: string[] = []
let track: Tracker

beforeEach(() => {
  tracked = []
  track = ((name: string, properties: object) =>
    tracked.push(`${name} ${JSON.stringify(properties)}`)) as unknown as Tracker
  vi.useFakeTimers()
  Object.assign(window, { setTimeout })
  window.document.title = 'Shop'
  return () => {
    // What waits for a title waits no more.
    vi.advanceTimersByTime(2_500)
    vi.useRealTimers()
  }
})

const place = (fullPath: string, matched: readonly unknown[] = [{}]): Place => ({
  path: fullPath.replace(/[?#].*/, ''),
  fullPath,
  matched,
})

const routerAt = (now: Place) => {
  const guards: Guard[] = []
  const earlier: ((to: Place) => void)[] = []
  return {
    currentRoute: { value: now },
    beforeEach(guard: (to: Place) => void) {
      earlier.push(guard)
      return () => undefined
    },
    afterEach(guard: Guard) {
      guards.push(guard)
      return () => undefined
    },
    /** The page names itself when it is rendered, after the router's last guard. */
    go(to: string, failure?: unknown) {
      for (const guard of earlier) guard(place(to))
      for (const guard of guards) guard(place(to), now, failure)
      window.document.title = `At ${to}`
    },
  }
}

const element = () => window.document.createElement('div') as unknown as Element
const START = place('/', [])

describe('page views', () => {
  const install = (router: ReturnType<typeof routerAt>) =>
    createApp({ render: () => null }).use(sendoff, { track, router })
  const views = () => tracked.map((event) => JSON.parse(event.replace('Viewed Page ', '')))
  const paths = () => views().map(({ path }) => path)

  test.each([
    ['each place', START, ['/', '/cart', '/'], ['/', '/cart', '/']],
    ['a place that was there before the plugin', place('/cart'), ['/'], ['/cart', '/']],
    ['no fragment, and no repetition', START, ['/', '/#top', '/', '/?page=2'], ['/', '/']],
  ])('are %s', (_, now, ways, viewed) => {
    const router = routerAt(now)
    install(router)
    for (const way of ways) router.go(way)
    vi.advanceTimersByTime(2_500)
    expect(paths()).toEqual(viewed)
  })

  test('have the title of their own page, and the page before', () => {
    const router = routerAt(START)
    install(router)
    for (const way of ['/', '/cart?size=xl', '/tea']) {
      router.go(way)
      vi.advanceTimersByTime(2_500)
    }
    expect(views()).toEqual([
      { path: '/', title: 'Shop' },
      { path: '/cart', title: 'At /cart?size=xl', previous_url: 'https://shop.test/' },
      { path: '/tea', title: 'At /tea', previous_url: 'https://shop.test/cart' },
    ])
  })

  test('have their own title, or none, where one follows the other at once', () => {
    const router = routerAt(START)
    install(router)
    router.go('/')
    router.go('/cart')
    router.go('/tea')
    window.document.title = 'At /cart'
    router.go('/pot')
    vi.advanceTimersByTime(2_500)
    expect(views().map(({ path, title }) => [path, title])).toEqual([
      ['/', 'Shop'],
      ['/cart', 'At /cart'],
      // It was left while the title was still that of the page before.
      ['/tea', undefined],
      ['/pot', 'At /pot'],
    ])
  })

  test('are told when the page is left before it has a title, without that of another', () => {
    const router = routerAt(START)
    install(router)
    router.go('/')
    window.document.title = 'Home'
    router.go('/cart')
    window.document.title = 'Home'
    window.dispatchEvent(new window.Event('pagehide'))
    expect(views()).toEqual([
      { path: '/', title: 'Shop' },
      { path: '/cart', previous_url: 'https://shop.test/' },
    ])
  })

  test('are no navigations that failed', () => {
    const router = routerAt(START)
    install(router)
    router.go('/')
    router.go('/account', new Error('a guard has refused'))
    vi.advanceTimersByTime(2_500)
    expect(paths()).toEqual(['/'])
  })
})

test('a component tracks what it shows: once, when that changes, and when <KeepAlive> shows it again', async () => {
  const sku = ref('A-1')
  const isShown = ref(true)
  const Product = {
    name: 'Product',
    setup() {
      useTracked('Viewed Product', () => ({ sku: sku.value }))
      return () => null
    },
  }
  const Other = { name: 'Other', render: () => null }
  const app = createApp({ render: () => h(KeepAlive, null, () => h(isShown.value ? Product : Other)) })
  app.use(sendoff, { track }).mount(element())
  const [A, B] = ['Viewed Product {"sku":"A-1"}', 'Viewed Product {"sku":"B-2"}']
  expect(tracked).toEqual([A])

  isShown.value = false
  await nextTick()
  sku.value = 'B-2'
  await nextTick()
  expect(tracked).toEqual([A])
  isShown.value = true
  await nextTick()
  expect(tracked).toEqual([A, B])
  app.unmount()
})

test('a component without the plugin works, and tracks nothing', () => {
  const app = createApp({
    setup() {
      useTrack()('Rendered')
      return () => null
    },
  })
  app.mount(element())
  expect(tracked).toEqual([])
})
