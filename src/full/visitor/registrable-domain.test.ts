import { expect, test } from 'vitest'
import { domainsOf, registrableDomain } from './registrable-domain.ts'

const SUFFIXES = ['uk', 'co.uk', 'com', 'io', 'github.io', 'test']

/** Imitates a browser that knows these public suffixes. */
const accepts = (domain: string): boolean => !SUFFIXES.includes(domain)

test.each([
  ['www.shop.co.uk', 'shop.co.uk'],
  ['a.b.shop.co.uk', 'shop.co.uk'],
  ['shop.com', 'shop.com'],
  ['www.shop.com', 'shop.com'],
  ['ada.github.io', 'ada.github.io'],
  ['blog.ada.github.io', 'ada.github.io'],
  // A cookie of a host that is a public suffix itself, an address, or a name without a dot, is for this host only.
  ['co.uk', undefined],
  ['localhost', undefined],
  ['192.168.0.7', undefined],
  ['[::1]', undefined],
])('finds for %s the domain %s', (host, domain) => {
  expect(registrableDomain(host, accepts)).toBe(domain)
})

test('asks for the widest domain first, and never for a top-level domain', () => {
  expect(domainsOf('a.b.shop.co.uk')).toEqual(['co.uk', 'shop.co.uk', 'b.shop.co.uk', 'a.b.shop.co.uk'])
})
