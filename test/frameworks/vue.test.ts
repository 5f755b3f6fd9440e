import { Window } from 'happy-dom'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Tracker } from '../../src/tracker.ts'

type Guard = (to: Place, from: Place, failure?: unknown) => void
interface Place {
  readonly path: string
  readonly fullPath: string
  readonly matched: readonly unknown[]
}

const window = new Window({ url: 'https://shop.test/' })
// Vue looks at the page when it is imported.
for (const name of ['window', 'document', 'Element', 'SVGElement', 'Node'] as const)
  vi.stubGlobal(name, name === 'window' ? window : window[name])
const { createApp, h, KeepAlive, nextTick, ref } = await import('vue')
const { sendoff, useTrack, useTracked } = await import('../../src/vue/index.ts')

let tracked: string[] = []
const track = ((name: string, properties: object) =>
  tracked.push(`${name} ${JSON.stringify(properties)}`)) as unknown as Tracker

beforeEach(() => {
  tracked = []
})

const place = (fullPath: string, matched: readonly unknown[] = [{}]): Place => ({
  path: fullPath.replace(/[?#].*/, ''),
  fullPath,
  matched,
})

const routerAt = (now: Place) => {
  const guards: Guard[] = []
  return {
    currentRoute: { value: now },
    afterEach(guard: Guard) {
      guards.push(guard)
      return () => undefined
    },
    go(to: string, failure?: unknown) {
      for (const guard of guards) guard(place(to), now, failure)
    },
  }
}

const element = () => window.document.createElement('div') as unknown as Element
const START = place('/', [])

describe('page views', () => {
  const install = (router: ReturnType<typeof routerAt>) =>
    createApp({ render: () => null }).use(sendoff, { track, router })
  const paths = () => tracked.map((event) => JSON.parse(event.replace('Viewed Page ', '')).path)

  test.each([
    ['each place', START, ['/', '/cart', '/'], ['/', '/cart', '/']],
    ['a place that was there before the plugin', place('/cart'), ['/'], ['/cart', '/']],
    ['no fragment, and no repetition', START, ['/', '/#top', '/', '/?page=2'], ['/', '/']],
  ])('are %s', (_, now, ways, views) => {
    const router = routerAt(now)
    install(router)
    for (const way of ways) router.go(way)
    expect(paths()).toEqual(views)
  })

  test('are no navigations that failed', () => {
    const router = routerAt(START)
    install(router)
    router.go('/')
    router.go('/account', new Error('a guard has refused'))
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
