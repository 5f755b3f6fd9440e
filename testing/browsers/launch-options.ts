import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, LaunchOptions } from '@playwright/test'
import { findBrowser } from '../../scripts/browsers.mjs'
import type { Circumstance, EngineName } from './engine.ts'

/** A host of plain http that browsers do not trust as they trust localhost; it leads to 127.0.0.1. */
export const PLAIN_HOST = 'shop.test'

/** How much a site may store where there is little room: more than an empty database needs, and less than a burst. */
export const LITTLE_ROOM_BYTES = 400 * 1_024

// Chromium's sandbox refuses to run as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const executable = (engine: EngineName): LaunchOptions => {
  const browser = findBrowser(engine)
  return browser ? { executablePath: browser.executablePath } : {}
}

/** The options with which every test starts Chromium: headless, and unable to reach any other machine. */
export const launchOptions: LaunchOptions = {
  ...executable('chromium'),
  headless: true,
  args: [
    ...asRoot,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost , EXCLUDE *.localhost`,
  ],
  // Playwright switches the back/forward cache off, but visitors have it. A page that comes out of it does not load
  // again, so `page.goBack` needs `{ waitUntil: 'commit' }`.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}

/** The discard port (RFC 863), on which no server listens: requests through this proxy reach nothing. */
const NOWHERE = { host: '127.0.0.1', port: 9 }

/**
 * The preferences that put Firefox into a circumstance. Firefox remembers them, so the usual values are set, too, for
 * the next start.
 */
const FIREFOX_IN: Readonly<Record<Circumstance, Readonly<Record<string, boolean | number>>>> = {
  usual: { 'dom.quotaManager.temporaryStorage.fixedLimit': -1 },
  private: { 'browser.privatebrowsing.autostart': true },
  'no-cookies': { 'network.cookie.cookieBehavior': 2 },
  'little-room': { 'dom.quotaManager.temporaryStorage.fixedLimit': LITTLE_ROOM_BYTES / 1_024 },
}

const firefoxUserPrefs = {
  // Firefox must not ask Mozilla's servers, not even in vain.
  'services.settings.server': 'http://127.0.0.1:9',
  'app.normandy.enabled': false,
  'network.dns.localDomains': PLAIN_HOST,
  'network.proxy.type': 1,
  'network.proxy.http': NOWHERE.host,
  'network.proxy.http_port': NOWHERE.port,
  'network.proxy.ssl': NOWHERE.host,
  'network.proxy.ssl_port': NOWHERE.port,
  'network.proxy.no_proxies_on': `localhost, 127.0.0.1, ${PLAIN_HOST}`,
}

const FIREFOX = fileURLToPath(new URL('./firefox.sh', import.meta.url))

const firefoxOptions = (circumstance: Circumstance): LaunchOptions & BrowserContextOptions => ({
  ...(process.platform === 'win32' ? executable('firefox') : { executablePath: FIREFOX }),
  // A stock Firefox speaks another protocol than Playwright's own, and cannot force what a visitor prefers.
  ...(findBrowser('firefox')?.origin === 'installed' && { channel: 'moz-firefox' }),
  colorScheme: null,
  reducedMotion: null,
  forcedColors: null,
  contrast: null,
  headless: true,
  firefoxUserPrefs: { ...firefoxUserPrefs, ...FIREFOX_IN[circumstance] },
})

export const launchOptionsFor = (
  engine: EngineName,
  circumstance: Circumstance = 'usual',
): LaunchOptions & BrowserContextOptions => {
  switch (engine) {
    case 'chromium':
      return launchOptions
    case 'firefox':
      return firefoxOptions(circumstance)
    case 'webkit':
      return { ...executable('webkit'), headless: true }
  }
}
