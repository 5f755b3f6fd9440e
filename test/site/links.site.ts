import { expect } from '@playwright/test'
import { FILES, shownAs } from '../../site/pages.ts'
import { builtPages, fileFor } from './built-site.ts'
import { test } from './scene.ts'

const pages = builtPages()

const ANCHORS = new Map(
  [...pages].map(([path, html]) => [
    path,
    new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)),
  ]),
)

/** What a page's HTML points at, in the site. */
const targetsOf = (path: string, html: string): readonly URL[] =>
  [...html.matchAll(/<(?:a|img|source|iframe|link|script)\b[^>]*?\s(?:href|src|srcset)="([^"]+)"/g)]
    .map(([, address = '']) => new URL(address.replaceAll('&amp;', '&'), `http://site${path}`))
    .filter(({ host }) => host === 'site')

test('the pages are those of the list, and no others', () => {
  const listed = FILES.map((file) => `/${shownAs(file).replace(/md$/, 'html')}`)
  expect([...pages.keys()].toSorted()).toEqual([...listed, '/playground/index.html'].toSorted())
  expect(pages.size).toBeGreaterThan(60)
})

test('every link within the site leads to a file, and every anchor to a place in it', () => {
  const targets = [...pages].flatMap(([path, html]) =>
    targetsOf(path, html).map((target) => ({ path, target })),
  )
  expect(targets.length).toBeGreaterThan(1_000)
  const dead = targets.filter(({ target }) => fileFor(target.pathname) === undefined)
  expect(dead.map(({ path, target }) => `${path}: ${target.pathname}`)).toEqual([])
  const anchored = targets.filter(({ target }) => target.hash)
  expect(anchored.length).toBeGreaterThan(100)
  const lost = anchored.filter(({ target: { pathname, hash } }) => {
    const page = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    return !ANCHORS.get(page)?.has(decodeURIComponent(hash.slice(1)))
  })
  expect([...new Set(lost.map(({ path, target }) => `${path}: ${target.pathname}${target.hash}`))]).toEqual(
    [],
  )
})
