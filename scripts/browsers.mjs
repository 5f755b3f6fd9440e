// Finds a Chromium for the end-to-end tests, and fetches one only where there is none.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

const { env, platform } = process

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const MAC_APPS = ['Google Chrome', 'Chromium', 'Google Chrome for Testing']

const usualPlaces = () => {
  if (platform === 'darwin') {
    return ['', env.HOME ?? ''].flatMap((root) =>
      MAC_APPS.map((app) => `${root}/Applications/${app}.app/Contents/MacOS/${app}`),
    )
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .flatMap((root) =>
        ['Google\\Chrome', 'Chromium'].map((app) => `${root}\\${app}\\Application\\chrome.exe`),
      )
  }
  const folders = [
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    ...(env.PATH ?? '').split(delimiter).filter(Boolean),
  ]
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
}

// A file is not yet a browser: Ubuntu's chromium-browser may be a note that says to install a snap, and a
// downloaded Chromium may lack system libraries. Elsewhere the check is skipped: on Windows it opens a window.
const starts = (path) =>
  existsSync(path) &&
  (platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0)

/** The browser that the tests use, or undefined when none is installed. */
export const findBrowser = () => {
  const own = chromium.executablePath()
  if (starts(own)) return { executablePath: own, origin: "Playwright's own" }
  const executablePath = usualPlaces().find(starts)
  return executablePath && { executablePath, origin: 'installed' }
}

const run = (command) => {
  const { status } = spawnSync(command, { shell: true, stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}

const isRootOnDebian = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Finds a browser, or else installs one; undefined when that fails too. */
export const ensureBrowser = () => {
  const found = findBrowser()
  if (found) return found
  run('npx playwright install --with-deps chromium')
  const downloaded = findBrowser()
  if (downloaded || !isRootOnDebian()) return downloaded
  run('apt-get update && apt-get install -y chromium')
  return findBrowser()
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = ensureBrowser()
  console.log(
    browser
      ? `browser: ${browser.executablePath} (${browser.origin})`
      : 'browser: none found and none could be installed; install Chrome or Chromium and try again',
  )
  process.exitCode = browser ? 0 : 1
}
