import type { LaunchOptions } from '@playwright/test'
import { findBrowser } from '../scripts/browsers.mjs'

// Chromium's sandbox refuses to run as root.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const executablePath = findBrowser()?.executablePath

/** How every test starts the browser: headless, and unable to reach any other machine. */
export const launchOptions: LaunchOptions = {
  ...(executablePath !== undefined && { executablePath }),
  headless: true,
  args: [
    ...asRoot,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  ],
  // Playwright switches the back/forward cache off; visitors have it. As a page that comes out of it does
  // not load again, `page.goBack` needs `{ waitUntil: 'commit' }`.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
}
