import { PERSONAL_NAMES, PERSONAL_SINGLE_WORDS, PERSONAL_WORDS } from '../../src/full/context/redact-url.ts'

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1g'

/** The texts that the addresses hide. */
export const SECRETS = /s3cret|ada(@|%40|%2540)|eyJ/i

/** Parameters, steps of a path and fragments that hide something personal. Each line is an address that is tested. */
export const HIDING: readonly string[] = [
  ...[...PERSONAL_WORDS, ...PERSONAL_SINGLE_WORDS, ...PERSONAL_NAMES].map((name) => `/a?${name}=s3cret`),
  '/a?%65mail=s3cret',
  '/a?%2565mail=s3cret',
  '/a?e%6D%61il=s3cret',
  '/a?customer[email]=s3cret',
  '/a?filter%5Buser%5D%5Bemail%5D=s3cret',
  '/a?resetToken=s3cret',
  '/a?q=ada@shop.test',
  '/a?q=ada%40shop.test',
  '/a?q=ada%2540shop.test',
  '/a?ada%40shop.test',
  '/a?ada@shop.test=1',
  '/a?next=https%3A%2F%2Fshop.test%2F%3Ftoken%3Ds3cret',
  '/a?next=https%253A%252F%252Fshop.test%252F%253Ftoken%253Ds3cret',
  '/a?next=/b?token=s3cret',
  '/a?next=https%3A%2F%2Fada%3As3cret%40localhost%2F',
  '/a?to=%7B%22token%22%3A%22s3cret%22%7D',
  '/to/https://ada:s3cret@localhost/b',
  '/of/ada@shop.test/now',
  '/of/ada%40shop.test',
  `/invite/${JWT}/yes`,
  `/a?q=${JWT}`,
  `/a?q=Bearer%20${JWT}`,
  '/a;jsessionid=s3cret',
  '/a#access_token=s3cret&size=xl',
  '/a#/reset?token=s3cret',
  '/a#ada@shop.test',
]
