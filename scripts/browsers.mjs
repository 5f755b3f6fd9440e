// The script finds the browsers for the end-to-end tests, and fetches one only where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, firefox, webkit } from '@playwright/test'

const { env, platform } = process

const STOCK = {
  chromium: {
    own: chromium,
    names: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'],
    macApps: ['Google Chrome', 'Chromium', 'Google Chrome for Testing'],
    windows: ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'],
    packages: ['chromium'],
  },
  firefox: {
    own: firefox,
    names: ['firefox-esr', 'firefox'],
    macApps: ['Firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
    packages: ['firefox-esr'],
  },
  webkit: {
    own: webkit,
    // The file is not a browser but its driver: the browser is testing/browsers/webkit-gtk-browser.mjs.
    names: ['WebKitWebDriver'],
    probe: '--help',
    macApps: [],
    windows: [],
    packages: ['webkit2gtk-driver', 'gjs', 'gir1.2-webkit2-4.1', 'xvfb'],
  },
}

/** The names of the engines that the tests use. */
export const ENGINES = Object.keys(STOCK)

const usualPlaces = ({ names, macApps, windows }) => {
  if (platform === 'darwin') {
    return ['', env.HOME ?? ''].flatMap((root) =>
      macApps.map(
        (app) => `${root}/Applications/${app}.app/Contents/MacOS/${app.replace('Firefox', 'firefox')}`,
      ),
    )
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .flatMap((root) => windows.map((path) => `${root}\\${path}`))
  }
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(env.PATH ?? '').split(delimiter).filter(Boolean),
  ]
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

const succeeds = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

// The check starts the browser, because a file may not be one: Ubuntu's chromium-browser may be a note that says to
// install a snap, and a downloaded Chromium may lack system libraries. On Windows the check would open a window, so it
// is made on Linux only.
const starts = (path, probe = '--version') =>
  existsSync(path) && (platform !== 'linux' || succeeds(path, probe))

// gjs has no option to check for a library, so it imports the library, which opens no window.
const hasGtkBrowser = () =>
  platform === 'linux' &&
  succeeds('Xvfb', '-help') &&
  succeeds('gjs', '-c', "imports.gi.versions.WebKit2='4.1';imports.gi.WebKit2")

/** The browsers that were found. They are kept for as long as the process runs, because looking costs a second. */
const known = new Map()

/** Returns the browser for an engine, or undefined when none is installed. */
export const findBrowser = (engine) => {
  const found = known.get(engine) ?? lookFor(engine)
  if (found) known.set(engine, found)
  return found
}

const lookFor = (engine) => {
  const stock = STOCK[engine]
  const own = stock.own.executablePath()
  if (starts(own)) return { executablePath: own, origin: "Playwright's own" }
  const executablePath = usualPlaces(stock).find((path) => starts(path, stock.probe))
  if (!executablePath || (engine === 'webkit' && !hasGtkBrowser())) return undefined
  return { executablePath, origin: 'installed' }
}

const run = (command) => {
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}

const isRootOnDebian = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Returns the browser for an engine, and installs one where there is none; undefined when that fails, too. */
export const ensureBrowser = (engine) => {
  const found = findBrowser(engine)
  if (found) return found
  run(`npx playwright install --with-deps ${engine}`)
  const downloaded = findBrowser(engine)
  if (downloaded || !isRootOnDebian()) return downloaded
  run(`apt-get update && apt-get install -y --no-install-recommends ${STOCK[engine].packages.join(' ')}`)
  return findBrowser(engine)
}

/** Returns the name of an engine's browser in the log. */
export const described = (engine, browser) =>
  browser
    ? `${engine}: ${browser.executablePath} (${browser.origin})`
    : `${engine}: none found and none could be installed`

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browsers = ENGINES.map((engine) => [engine, ensureBrowser(engine)])
  console.log(`browsers: ${browsers.map(([engine, browser]) => described(engine, browser)).join(', ')}`)
  const missing = browsers.filter(([, browser]) => !browser)
  // With SENDOFF_ENGINES=all a missing engine is a failure, otherwise a note at the end of the run.
  const needed = env.SENDOFF_ENGINES === 'all' ? missing.length === 0 : missing.length < ENGINES.length
  process.exitCode = needed ? 0 : 1
}
