import { describe, expect, test } from 'vitest'
import { onPageViews, type ViewedWindow } from './page-views.ts'

/** A window with a history, which changes its address as a browser does; with `navigation` in newer ones. */
const createWindow = (kind: 'history' | 'navigation') => {
  const events = new EventTarget()
  const document = Object.assign(new EventTarget(), { prerendering: false })
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
  return {
    page,
    document,
    location,
    history,
    go,
    seen,
    start: () => onPageViews(() => seen.push(location.href.replace('https://shop.test', '')), page),
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
    const { seen, start, push } = createWindow(kind)
    start()
    const pages = Array.from({ length: 200 }, (_, index) => `/page-${index}`)
    for (const url of pages) push(url)
    expect(seen).toEqual(['/', ...pages])
  })

  test('are one for each step in the history, and for each replacement by another address', () => {
    const { seen, start, push, replace, traverse } = createWindow(kind)
    start()
    push('/a')
    replace('/a?sort=price')
    traverse('/')
    traverse('/a?sort=price')
    expect(seen).toEqual(['/', '/a', '/a?sort=price', '/', '/a?sort=price'])
  })

  test('are none where the address stays, or its fragment alone changes', () => {
    const { seen, start, push, replace, traverse } = createWindow(kind)
    start()
    replace('/')
    push()
    push('/#reviews')
    traverse('/#top')
    replace('/#')
    expect(seen).toEqual(['/'])
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
    const { seen, document, start, push, activate } = createWindow(kind)
    document.prerendering = true
    start()
    push('/prepared')
    expect(seen).toEqual([])
    activate()
    expect(seen).toEqual(['/prepared'])
    activate()
    push('/next')
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
  const { seen, page, start, push } = createWindow('history')
  const stop = start()
  const ours = page.history.pushState
  const theirs: typeof ours = (...args) => ours.apply(page.history as History, args)
  page.history.pushState = theirs
  push('/a')
  stop()
  push('/b')
  expect(page.history.pushState).toBe(theirs)
  expect(seen).toEqual(['/', '/a'])
})
