import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { snippet } from '../../../demo/snippet.ts'
import { findBrowser } from '../../../scripts/browsers.mjs'
import { ROOT } from '../../../test/sources.ts'
import type { Page } from '../../../testing/http/site.ts'
import { test } from '../../support/fixtures.ts'
import { attributesFor, pageWith } from '../../support/shop-html.ts'

/** Runs the command on a page; resolves with its output, and whether it has failed. */
const check = (url: string): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    const { executablePath = '' } = findBrowser('chromium') ?? {}
    const args = [join(ROOT, 'dist/cli/sendoff.js'), 'check', url, '--browser', executablePath]
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}`.trim() }),
    )
  })

/** The parts of the snippet, as the site has pasted them. */
interface Parts {
  readonly stub: string
  readonly script: string
}

interface Case {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly page: (parts: Parts) => Page
  readonly says: readonly RegExp[]
}

const policy = (html: string, value: string): Page => ({
  html: pageWith(html),
  headers: { 'Content-Security-Policy': value },
})

/** Each case is a test of its own. */
const CASES: readonly Case[] = [
  { name: 'a page without the snippet', page: () => pageWith(''), says: [/no script tag/] },
  { name: 'a page without the stub', page: ({ script }) => pageWith(script), says: [/stub is missing/] },
  {
    name: 'a private key',
    attributes: { 'data-key': 'pk_0123456789abcdef' },
    page: ({ stub, script }) => pageWith(stub + script),
    says: [/never a private pk_ key/],
  },
  {
    name: 'a misspelt attribute',
    attributes: { 'data-ednpoint': '/elsewhere', 'data-cookieconsent': 'statistics' },
    page: ({ stub, script }) => pageWith(stub + script),
    says: [/data-ednpoint is ignored: did you mean data-endpoint\?/],
  },
  {
    name: 'an option that the script does not have',
    attributes: { 'data-consent': 'required' },
    page: ({ stub, script }) => pageWith(stub + script),
    says: [/consent is unknown/],
  },
  {
    name: 'a script that is not there',
    page: ({ stub, script }) => pageWith(stub + script.replace('/dist/', '/missing/')),
    says: [/missing\/sendoff\.klaviyo\.js did not come: .*404/],
  },
  {
    name: 'an integrity that is of another file',
    page: ({ stub, script }) =>
      pageWith(stub + script.replace('async', 'async integrity="sha384-AAAA" crossorigin')),
    says: [/did not come: its integrity/],
  },
  {
    name: 'a policy that blocks the script',
    page: ({ stub, script }) => policy(stub + script, "script-src 'unsafe-inline'"),
    says: [/policy blocks http.*script-src/],
  },
  {
    name: 'a policy that blocks the stub',
    page: ({ stub, script }) => policy(stub + script, "script-src 'self'"),
    says: [/policy blocks the stub/],
  },
  {
    name: 'a policy that blocks what is sent',
    page: ({ stub, script }) => policy(stub + script, "connect-src 'self'"),
    says: [/connect-src must allow http:\/\/127/],
  },
  {
    name: 'a vendor that cannot be reached',
    attributes: { 'data-endpoint': 'http://127.0.0.1:9' },
    page: ({ stub, script }) => pageWith(stub + script),
    says: [/127\.0\.0\.1:9 cannot be reached/],
  },
  {
    name: 'a tag that waits for consent',
    page: ({ stub, script }) => pageWith(stub + script.replace('<script', '<script type="text/plain"')),
    says: [/type is text\/plain/],
  },
]

const partsFor = (attributes: Readonly<Record<string, string>>): Parts => {
  const [stub = '', script = ''] = snippet(attributes).split('\n')
  return { stub, script }
}

for (const { name, attributes = {}, page, says } of CASES)
  test(`npx sendoff check says what is wrong: ${name}`, async ({ klaviyo, vendor, site }) => {
    site.setPage('/checked', page(partsFor({ ...attributesFor(vendor), ...attributes })))
    const { code, said } = await check(`${site.origin}/checked`)

    const problems = said.split('\n')
    expect(problems.length, said).toBe(says.length)
    for (const [index, words] of says.entries()) expect(problems[index]).toMatch(words)
    expect(code).toBe(1)
    expect(said).not.toContain('0123456789abcdef')
    expect(klaviyo.events()).toEqual([])
  })

test('npx sendoff check finds nothing on a page on which all is well, and no event of its visit is sent', async ({
  klaviyo,
  vendor,
  site,
}) => {
  const { stub, script } = partsFor(attributesFor(vendor))
  site.setPage('/checked', pageWith(`${stub}${script}<script>track('Viewed Page')</script>`))
  expect(await check(`${site.origin}/checked`)).toEqual({
    code: 0,
    said: `${site.origin}/checked: nothing is wrong with the snippet`,
  })
  expect(klaviyo.events()).toEqual([])
})

test('npx sendoff check refuses what is no address', async () => {
  const { code, said } = await check('shop.test')
  expect([code, said]).toEqual([1, 'sendoff: shop.test is no address; expected https://…'])
})
