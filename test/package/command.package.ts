import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../sources.ts'

const COMMAND = join(ROOT, 'dist/cli/sendoff.js')
const DIST = join(ROOT, 'dist')
const folder = mkdtempSync(join(tmpdir(), 'sendoff-command-'))
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sendoff = (...args: readonly string[]) =>
  execFileSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' }).trim()
const refusal = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' })
  return { status, stderr }
}

describe('npx sendoff', () => {
  test('copies the script and the stub, with the version in their names', () => {
    const place = join(folder, 'new/assets')
    sendoff('copy', place, '--vendor', 'bloomreach')
    expect(readdirSync(place).sort()).toEqual([
      'LICENSES.md',
      `sendoff.bloomreach.${version}.js`,
      `stub.${version}.js`,
    ])
    expect(readFileSync(join(place, `stub.${version}.js`))).toEqual(readFileSync(join(DIST, 'stub.js')))
  })

  test('prints the two tags with integrity, and what a content policy must allow', () => {
    const told = sendoff('snippet', 'klaviyo', '--key', 'AbC123', '--at', '/js/')
    const hash = createHash('sha384')
      .update(readFileSync(join(DIST, 'sendoff.klaviyo.js')))
      .digest('base64')
    expect(told).toContain(
      `<script async src="/js/sendoff.klaviyo.${version}.js" integrity="sha384-${hash}" crossorigin="anonymous" data-key="AbC123"></script>`,
    )
    const [, inline = ''] = /<script>(.+)<\/script>/.exec(told) ?? []
    expect(inline).toBe(readFileSync(join(DIST, 'stub.js'), 'utf8').trim())
    expect(told).toContain(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`)
    expect(told).toContain('connect-src https://a.klaviyo.com')
  })

  test.each([
    ['yotpo', ['--relay', '/sendoff', '--write-key', 'a"b'], `data-relay="/sendoff"`, "connect-src 'self'"],
    [
      'http',
      ['--url', 'https://c.shop.test/in'],
      'data-url="https://c.shop.test/in"',
      'connect-src https://c.shop.test',
    ],
  ])('knows the attributes of %s', (vendor, options, attribute, policy) => {
    const told = sendoff('snippet', vendor, ...options)
    expect(told).toContain(attribute)
    expect(told).toContain(policy)
    expect(told).not.toContain('a"b')
  })

  test.each([
    [['snippet', 'klaviyo', '--key', 'pk_0123456789abcdef'], /never a private pk_ key/],
    [['snippet', 'pigeon'], /pigeon/],
    [['snippet', 'klaviyo', '--colour', 'red'], /--colour/],
    [['fly'], /--help/],
    [['check', 'shop.test'], /expected https:/],
    [['check', 'https://shop.test', '--browser', '/nowhere'], /nowhere/],
  ])('refuses %j, says why, and fails', (args, says) => {
    const { status, stderr } = refusal(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(says)
    expect(stderr).not.toContain('0123456789abcdef')
  })

  test('has help', () => {
    expect(sendoff('--help')).toContain('npx sendoff copy')
    expect(sendoff('--version')).toBe(version)
  })
})
