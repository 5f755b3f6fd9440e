import { describe, expect, test } from 'vitest'
import type { PageScope } from './navigations.ts'
import { onPageViews, type PageView, type ViewedWindow } from './page-views.ts'
import { createTitleWatch } from './title-watch.ts'

/** A window with a history that changes its address as a browser does; newer browsers have `navigation` besides. */
const createWindow = (kind: 'history' | 'navigation') => {
  const events = new EventTarget()
  const document = Object.assign(new EventTarget(), { prerendering: false, title: 'Shop' })
  const navigation = kind === 'navigation' ? new EventTarget() : undefined
  const location = { href: 'https://shop.test/' }
  const go = (_state: unknown, _unused: string, url?: string | URL | null) => {
    if (url === 'refused') throw new Error('on purpose')
    location.href = new URL(url ?? '', location.href).href
    navigation?.dispatchEvent(new Event('currententrychange'))
  }
  const history = { pushState: go, replaceState: go }
  const page: ViewedWindow = Object.assign(events, { document, navigation, location, history })
  const seen: string[] = []
  const views: PageView[] = []
  const timers: (() => void)[] = []
  let time = 1_000
  const titles = createTitleWatch({ document, setTimeout: (run) => timers.push(run) })
  const onView = (view: PageView) => {
    views.push(view)
    seen.push(view.url.replace('https://shop.test', ''))
  }
  return {
    views,
    titles,
    /** Lets time pass for this number of looks at the title. */
    pass(looks: number) {
      for (let look = 0; look < looks; look++) {
        time += 50
        for (const run of timers.splice(0)) run()
      }
    },
    page,
    document,
    location,
    history,
    go,
    seen,
    start: (scope?: PageScope) => {
      const stop = onPageViews(onView, { titles, scope: scope ?? 'path', page, now: () => time })
      return () => {
        titles.settle()
        stop()
      }
    },
    push: (url?: string) => page.history.pushState(null, '', url),
    replace: (url: string) => page.history.replaceState(null, '', url),
    traverse: (url: string) => {
      location.href = `https://shop.test${url}`
      navigation?.dispatchEvent(new Event('currententrychange'))
      events.dispatchEvent(new Event('popstate'))
    },
    show: (persisted: boolean) => events.dispatchEvent(Object.assign(new Event('pageshow'), { persisted })),
    activate: () => {
      document.prerendering = false
      document.dispatchEvent(new Event('prerenderingchange'))
    },
  }
}

describe.each(['history', 'navigation'] as const)('page views, seen through the %s', (kind) => {
  test('begin with the page itself', () => {
    const { seen, start } = createWindow(kind)
    start()
    expect(seen).toEqual(['/'])
  })

  test('are one for each of 200 navigations, in their order', () => {
    const { seen, start, push, pass } = createWindow(kind)
    start()
    const pages = Array.from({ length: 200 }, (_, index) => `/page-${index}`)
    for (const url of pages) push(url)
    pass(50)
    expect(seen).toEqual(['/', ...pages])
  })

  test('are one for each step in the history, and for each replacement by another page', () => {
    const { seen, start, push, replace, traverse, pass } = createWindow(kind)
    start()
    push('/a')
    replace('/b?sort=price')
    traverse('/')
    traverse('/b?sort=price')
    pass(50)
    expect(seen).toEqual(['/', '/a', '/b?sort=price', '/', '/b?sort=price'])
  })

  test.each([
    ['path', ['/', '/a']],
    ['query', ['/', '/?q=s', '/?q=sh', '/a', '/a?q=1#/cart?step=1']],
    ['hash', ['/', '/?q=sh#reviews', '/a', '/a?q=1#/cart?step=1']],
  ] as const)('are of another %s', (scope, expected) => {
    const { seen, start, push, replace, traverse, pass } = createWindow(kind)
    start(scope)
    replace('/')
    push()
    replace('/?q=s')
    replace('/?q=sh')
    push('/?q=sh#reviews')
    push('/a')
    traverse('/a?q=1#/cart?step=1')
    replace('/a?q=1#/cart?step=2')
    pass(50)
    expect(seen).toEqual(expected)
  })

  test('have the title of their own page and its time, and say which was the page before', () => {
    const { views, document, start, push, replace, pass } = createWindow(kind)
    start()
    push('/a?x=1')
    pass(3)
    document.title = ''
    pass(1)
    expect(views).toHaveLength(1)
    document.title = 'A'
    pass(1)
    replace('/a?x=2')
    push('/same')
    pass(50)
    push('/left-early')
    push('/b')
    document.title = 'B'
    push('/c')
    pass(50)
    const shop = 'https://shop.test'
    expect(views.map(({ time, ...view }) => view)).toEqual([
      { url: `${shop}/`, title: 'Shop' },
      { url: `${shop}/a?x=1`, title: 'A', previousUrl: `${shop}/` },
      { url: `${shop}/same`, title: 'A', previousUrl: `${shop}/a?x=2` },
      { url: `${shop}/left-early`, title: '', previousUrl: `${shop}/same` },
      { url: `${shop}/b`, title: 'B', previousUrl: `${shop}/left-early` },
      { url: `${shop}/c`, title: 'B', previousUrl: `${shop}/b` },
    ])
    expect(views.map(({ time }) => time)).toEqual([1_000, 1_000, 1_250, 3_750, 3_750, 3_750])
  })

  test('come at once when the page is left, without a title of the page before', () => {
    const { views, titles, start, push, pass } = createWindow(kind)
    start()
    push('/a')
    expect(titles.known()).toBe('')
    titles.settle()
    pass(50)
    expect(views.map(({ title }) => title)).toEqual(['Shop', ''])
    expect(titles.known()).toBe('Shop')
  })

  test('wait for the title of a page that the script is faster than', () => {
    const { views, document, start, pass } = createWindow(kind)
    document.title = ''
    start()
    pass(1)
    document.title = 'Shop'
    pass(1)
    expect(views).toEqual([{ url: 'https://shop.test/', title: 'Shop', time: 1_000 }])
  })

  test('come again with the back/forward cache, and not when the page is shown for the first time', () => {
    const { seen, start, show } = createWindow(kind)
    start()
    show(false)
    expect(seen).toEqual(['/'])
    show(true)
    expect(seen).toEqual(['/', '/'])
  })

  test('wait while the page is prerendered, and are one when it is shown', () => {
    const { seen, document, start, push, activate, pass } = createWindow(kind)
    document.prerendering = true
    start()
    push('/prepared')
    expect(seen).toEqual([])
    activate()
    expect(seen).toEqual(['/prepared'])
    activate()
    push('/next')
    pass(50)
    expect(seen).toEqual(['/prepared', '/next'])
  })

  test('end when they are stopped, also before the page was ever shown', () => {
    const { seen, page, go, start, push, show, traverse } = createWindow(kind)
    start()()
    push('/a')
    traverse('/b')
    show(true)
    expect(seen).toEqual(['/'])
    expect(page.history.pushState).toBe(go)

    const hidden = createWindow(kind)
    hidden.document.prerendering = true
    hidden.start()()
    hidden.activate()
    expect(hidden.seen).toEqual([])
  })

  test("leave the page's own calls as they were: they throw what they throw, and count no view", () => {
    const { seen, start, push } = createWindow(kind)
    start()
    expect(() => push('refused')).toThrow('on purpose')
    expect(seen).toEqual(['/'])
  })
})

test('a history that somebody else has wrapped meanwhile stays so, and tells of nothing more', () => {
  const { seen, page, start, push, pass } = createWindow('history')
  const stop = start()
  const ours = page.history.pushState
  const theirs: typeof ours = (...args) => ours.apply(page.history as History, args)
  page.history.pushState = theirs
  push('/a')
  stop()
  push('/b')
  pass(50)
  expect(page.history.pushState).toBe(theirs)
  expect(seen).toEqual(['/', '/a'])
})
