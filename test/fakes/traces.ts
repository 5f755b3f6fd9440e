import type { Traces } from '../../src/vendors/adoption.ts'

/** What a page has: its cookies, and by place what is stored. */
export const tracesOf = (cookie = '', stored: Readonly<Record<string, string>> = {}): Traces => ({
  cookie,
  parameter: () => undefined,
  stored: (name) => stored[name] ?? '',
})
