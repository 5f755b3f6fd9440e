import { expect, test } from 'vitest'
import { startSite } from './site.ts'

test('serves pages from strings, functions and with headers of their own', async () => {
  const visits = [1, 2].values()
  const site = await startSite({
    routes: {
      '/': '<p>home</p>',
      '/count': () => `<p>${visits.next().value}</p>`,
      '/strict': { html: '<p>strict</p>', headers: { 'Content-Security-Policy': "default-src 'none'" } },
    },
  })
  const read = async (path: string) => (await fetch(`${site.origin}${path}`)).text()
  expect(await read('/')).toBe('<p>home</p>')
  expect([await read('/count'), await read('/count')]).toEqual(['<p>1</p>', '<p>2</p>'])
  const strict = await fetch(`${site.localhost}/strict`)
  expect(strict.headers.get('content-security-policy')).toBe("default-src 'none'")
  expect(strict.headers.get('content-type')).toContain('text/html')
  expect((await fetch(`${site.origin}/missing`)).status).toBe(404)
  site.setPage('/missing', 'found')
  expect(await read('/missing')).toBe('found')
  await site.close()
  await expect(fetch(site.origin)).rejects.toThrow('fetch failed')
})

test('does not serve what lies outside dist', async () => {
  const site = await startSite()
  expect((await fetch(`${site.origin}/dist/..%2fpackage.json`)).status).toBe(404)
  expect((await fetch(`${site.origin}/dist/missing.js`)).status).toBe(404)
  await site.close()
})
