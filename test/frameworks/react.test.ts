import { Window } from 'happy-dom'
import { Activity, act, createElement, type ReactElement, StrictMode, useLayoutEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { TrackerProvider, usePageView, useTrack, useTracked } from '../../src/react/index.ts'
import type { Tracker } from '../../src/tracker.ts'

/** What has been tracked, as texts. */
let tracked: string[]
let root: Root
let track: Tracker

beforeEach(() => {
  tracked = []
  track = ((name: string, properties: object) =>
    tracked.push(`${name} ${JSON.stringify(properties)}`)) as unknown as Tracker
  const window = new Window({ url: 'https://shop.test/' })
  window.document.title = 'Shop'
  for (const name of ['window', 'document', 'location', 'HTMLIFrameElement'] as const)
    vi.stubGlobal(name, name === 'window' ? window : window[name])
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, window[name].bind(window))
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const place = window.document.createElement('div')
  root = createRoot(place as unknown as Element)
})

afterEach(async () => {
  await act(async () => root.unmount())
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const Product = ({ sku }: { readonly sku: string }) => {
  useTracked('Viewed Product', { sku })
  return null
}

/** A page as React 19 names it: its title is there with it. */
const PageView = ({ path, title }: { readonly path: string | null; readonly title?: string }) => {
  usePageView(path)
  useLayoutEffect(() => {
    if (title) document.title = title
  }, [title])
  return null
}

const show = (element: ReactElement) => act(async () => root.render(element))
const inProvider = (element: ReactElement) => createElement(TrackerProvider, { track }, element)
const strictly = (element: ReactElement) => createElement(StrictMode, null, inProvider(element))

const product = (sku: string) => createElement(Product, { sku })
const A = 'Viewed Product {"sku":"A-1"}'
const B = 'Viewed Product {"sku":"B-2"}'

describe.each([
  ['plainly', inProvider],
  ['under StrictMode', strictly],
] as const)('a component, %s,', (_, wrap) => {
  test('tracks what it shows once, and again when that changes', async () => {
    await show(wrap(product('A-1')))
    await show(wrap(product('A-1')))
    expect(tracked).toEqual([A])
    await show(wrap(product('B-2')))
    expect(tracked).toEqual([A, B])
  })

  test('tracks it again when <Activity> shows it again, and nothing while it is hidden', async () => {
    const inActivity = (mode: 'visible' | 'hidden') =>
      // biome-ignore lint/correctness/noChildrenProp: its type demands them here.
      wrap(createElement(Activity, { mode, children: product('A-1') }))
    await show(inActivity('hidden'))
    expect(tracked).toEqual([])
    await show(inActivity('visible'))
    expect(tracked).toEqual([A])
    await show(inActivity('hidden'))
    await show(inActivity('visible'))
    expect(tracked).toEqual([A, A])
  })

  test('tracks each path once, and no path not', async () => {
    for (const path of [null, '/', '/', '/cart', '/'])
      await show(wrap(createElement(PageView, { path, title: `At ${path}` })))
    const previous_url = 'https://shop.test/'
    expect(tracked).toEqual(
      [
        { path: '/', title: 'At /' },
        { path: '/cart', title: 'At /cart', previous_url },
        { path: '/', title: 'At /', previous_url: `${previous_url}cart` },
      ].map((view) => `Viewed Page ${JSON.stringify(view)}`),
    )
  })
})

test('a component without a provider works, tracks nothing and says so once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const Button = () => {
    useTrack()('Clicked')
    return null
  }
  await show(createElement('p', null, product('A-1'), createElement(Button), product('B-2')))
  expect(tracked).toEqual([])
  expect(warn.mock.calls).toEqual([[expect.stringContaining('TrackerProvider')]])
})
