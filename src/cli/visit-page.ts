import type { Page } from 'playwright-core'
import type { Data } from '../vendors/attributes.ts'
import type { ScriptTag, Violation, VisitedPage } from './page-facts.ts'
import { configuredIn, vendorOf } from './page-problems.ts'
import { vendorAddress } from './vendor-request.ts'

/** The longest wait for a script to load and to start. */
const START_MS = 10_000
const LOOK_MS = 100

/** What is seen of the page from within. */
interface Seen {
  readonly tags: readonly ScriptTag[]
  readonly options: Data | undefined
  readonly stub: VisitedPage['stub']
  readonly violations: readonly Violation[]
}

/** Listens for blocked requests; it runs in the page before any other script. */
const listen = (): void => {
  const violations: unknown[] = []
  Object.defineProperty(window, '__sendoffViolations', { value: violations })
  addEventListener(
    'securitypolicyviolation',
    ({ target, effectiveDirective, blockedURI }) => {
      const isStub =
        target instanceof HTMLScriptElement && target.text.includes('identify reset flush on status')
      violations.push({ directive: effectiveDirective, blocked: isStub ? 'stub' : blockedURI })
    },
    true,
  )
}

/** Looks for the tags and the stub; it runs in the page. */
const look = (): Seen => {
  const fileOf = (src: string) => src.split('/').at(-1) ?? ''
  const scripts = [...document.querySelectorAll('script')]
  const ours = scripts.filter(
    ({ src, dataset }) =>
      dataset.destination !== undefined ||
      (fileOf(src).includes('sendoff') && !/^(sendoff\.rejected|stub)/.test(fileOf(src))),
  )
  const stub = scripts.find(
    ({ text, src }) => text.includes('identify reset flush on status') || fileOf(src).startsWith('stub.'),
  )
  const [first] = ours
  const isBefore = first && stub && stub.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING
  return {
    tags: ours.map(({ src, type, dataset }) => ({ src, type, data: { ...dataset } })),
    options: Object.getOwnPropertyDescriptor(window, 'sendoffOptions')?.value,
    stub: isBefore ? 'before' : stub ? 'after' : 'missing',
    violations: Reflect.get(window, '__sendoffViolations') as readonly Violation[],
  }
}

/** Tells what the page has under a name; it runs in the page. */
const stateUnder = (name: string): VisitedPage['state'] => {
  const named: unknown = Reflect.get(window, name)
  if (!(named instanceof Function)) return 'nothing'
  if ('q' in named) return 'stub'
  return 'flush' in named ? 'tracker' : 'other'
}

/** Sends the vendor's server a request without events, and returns why it cannot be reached; it runs in the page. */
const ask = (address: string): Promise<string> =>
  fetch(address, { mode: 'no-cors', credentials: 'omit' }).then(
    () => '',
    (error) => `${error}`,
  )

const addressFrom = (seen: Seen): string | undefined => {
  const configured = configuredIn(seen)
  try {
    return configured && vendorAddress(configured.data, vendorOf(configured))
  } catch {
    // An option is wrong; the page's own script reports that.
    return undefined
  }
}

/** Tells whether a request carries events: to the vendor's origin, or to the site's own path of a relay. */
const carriesEvents = (request: string, page: string, address: string | undefined): boolean => {
  if (!address) return false
  const vendor = new URL(address, page)
  const { origin, pathname } = new URL(request)
  return origin === vendor.origin && (origin !== new URL(page).origin || pathname === vendor.pathname)
}

/** Visits a page as a visitor does, and keeps what it tracks from the vendor. */
export const visitPage = async (page: Page, url: string): Promise<VisitedPage> => {
  const told: string[] = []
  const failures: Record<string, string> = {}
  page.on('console', (message) => {
    const text = message.text()
    if (/^sendoff: /.test(text) && message.type() !== 'debug') told.push(text)
    if (/integrity/.test(text)) {
      const [address] = /https?:\/\/[^\s'"]+/.exec(text) ?? []
      if (address) failures[address] = 'its integrity attribute is the hash of another file'
    }
  })
  page.on('pageerror', ({ message }) => {
    if (/sendoff: /.test(message)) told.push(message)
  })
  page.on('requestfailed', (request) => {
    if (request.resourceType() === 'script')
      failures[request.url()] ??= request.failure()?.errorText ?? 'it was blocked'
  })
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && !response.ok())
      failures[response.url()] = `its server has answered ${response.status()}`
  })
  await page.addInitScript(listen)
  // A check is not a visit: what the page tracks is answered here, and does not reach the site's account.
  await page.route('**', async (route) => {
    const request = route.request()
    const isSaid =
      request.method() === 'POST' && carriesEvents(request.url(), url, addressFrom(await page.evaluate(look)))
    if (isSaid)
      await route.fulfill({ status: 202, headers: { 'Access-Control-Allow-Origin': '*' }, body: '' })
    else await route.continue()
  })
  await page.goto(url, { waitUntil: 'load' })

  let seen = await page.evaluate(look)
  const nameOf = () => configuredIn(seen)?.data.global ?? 'track'
  let state = await page.evaluate(stateUnder, nameOf())
  for (let waitedMs = 0; state !== 'tracker' && waitedMs < START_MS; waitedMs += LOOK_MS) {
    if (told[0] || seen.violations[0] || seen.tags.some(({ src }) => failures[src])) break
    await page.waitForTimeout(LOOK_MS)
    seen = await page.evaluate(look)
    state = await page.evaluate(stateUnder, nameOf())
  }
  const address = addressFrom(seen)
  const unreachable = address && (await page.evaluate(ask, new URL('/', new URL(address, url)).href))
  const last = await page.evaluate(look)
  // The page is set offline, so that nothing is handed off when it is closed.
  await page.context().setOffline(true)
  return { ...last, state, told, failures, unreachable }
}
