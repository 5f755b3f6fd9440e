import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Runs a module in a Node of its own, where nothing of a browser is, and returns what it printed. */
const runInNode = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT, encoding: 'utf8' })

const IMPORTS = `
  const before = Reflect.ownKeys(globalThis).length
  const { createTracker } = await import('sendoff')
  const { klaviyo } = await import('sendoff/klaviyo')
  const added = Reflect.ownKeys(globalThis).length - before`

describe('the package on a server', () => {
  test('does nothing when it is imported, and does not throw', () => {
    const told = runInNode(`${IMPORTS}
      console.log(typeof createTracker, typeof klaviyo, added)`)
    expect(told).toBe('function function 0\n')
  })

  test('leaves nothing running that would keep a process alive', () => {
    const told = runInNode(`${IMPORTS}
      console.log(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length)`)
    expect(told).toBe('0\n')
  })

  test('makes a tracker whose calls are inert', () => {
    const told = runInNode(`${IMPORTS}
      const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
      track('On the server')
      track.identify('someone')
      console.log('inert')`)
    expect(told).toBe('inert\n')
  })

  test('is inert where a server has some of a browser’s globals, as Deno does', () => {
    const told = runInNode(`
      const refuse = () => { throw new Error('touched') }
      const guarded = new Proxy({}, { get: refuse, has: refuse })
      Object.assign(globalThis, { window: globalThis, self: globalThis, Deno: { version: { deno: '2.5.0' } } })
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(globalThis, name, { value: guarded, configurable: true })
      Object.assign(globalThis, { fetch: refuse, addEventListener: refuse, setTimeout: refuse })
      ${IMPORTS}
      const track = createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })] })
      const { stored, settled } = track('On the server', { sku: 'A-1' })
      await stored
      track.identify('someone')
      track.reset()
      track.on('settled', refuse)()
      const { queues } = await track.flush()
      console.log(added, (await settled).type, queues.length)`)
    expect(told).toBe('0 dropped 0\n')
  })

  test('makes an inert tracker of the full kind, too', () => {
    const told = runInNode(`${IMPORTS}
      const full = await import('sendoff/full')
      const track = full.createTracker({ destinations: [klaviyo({ companyId: 'AbC123' })], consent: 'required' })
      track.page('On the server')
      track.consent('granted')
      await track.erase()
      console.log((await track.status()).consent, (await track.rejected()).length, added)`)
    expect(told).toBe('0 0 0\n')
  })
})
