import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Builder } from 'selenium-webdriver'
import { findBrowser } from '../../scripts/browsers.mjs'
import { startDisplay } from './display.ts'
import type { Circumstance, Visitor } from './engine.ts'
import { LITTLE_ROOM_BYTES } from './launch-options.ts'
import { startPlainHostProxy } from './plain-host-proxy.ts'
import { kill, killProfileProcesses, PROFILE_VARIABLE } from './profile-processes.ts'
import { rendererProcess } from './renderer-process.ts'
import { startWebDriver } from './web-driver.ts'
import { createWebDriverTab } from './web-driver-tab.ts'

const BROWSER = fileURLToPath(new URL('./webkit-gtk-browser.mjs', import.meta.url))
const SCRIPT_MS = 60_000
const NOTICES_WITHIN_MS = 500

const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const done = last.then(work)
    last = done.catch(() => 'told to who asked for it')
    return done
  }
}

/** Starts WebKitGTK, driven by WebDriver, on a display of its own. */
export const launchWebKitGtk = async (first: Circumstance = 'usual'): Promise<Visitor> => {
  let circumstance = first
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  const display = await startDisplay()
  const proxy = await startPlainHostProxy()

  const launch = async () => {
    const executablePath = findBrowser('webkit')?.executablePath ?? 'WebKitWebDriver'
    const server = await startWebDriver(executablePath, {
      ...process.env,
      DISPLAY: display.name,
      [PROFILE_VARIABLE]: directory,
      // WebKit's sandbox refuses to run as root, as Chromium's does.
      ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
    })
    const driver = await new Builder()
      .usingServer(server.url)
      .withCapabilities({
        browserName: 'sendoff-webkit',
        'webkitgtk:browserOptions': {
          binary: BROWSER,
          args: [directory, proxy.url, circumstance, `${LITTLE_ROOM_BYTES}`],
        },
        timeouts: { script: SCRIPT_MS },
      })
      .build()
    // The first window stays open, because the session would end with the last one.
    return { server, driver, first: await driver.getWindowHandle(), inTurn: createTurns() }
  }

  let running = await launch()
  let state: 'running' | 'ended' = 'running'

  const end = async (): Promise<void> => {
    if (state === 'ended') return
    state = 'ended'
    await running.inTurn(() => running.driver.quit())
    running.server.stop()
  }

  const killAll = async (): Promise<void> => {
    state = 'ended'
    await killProfileProcesses(directory)
  }

  const relaunch = async (next = circumstance): Promise<void> => {
    await end()
    await killProfileProcesses(directory)
    circumstance = next
    running = await launch()
    state = 'running'
  }

  return {
    async page() {
      const { driver, first, inTurn } = running
      const handle = await inTurn(async () => {
        await driver.switchTo().window(first)
        await driver.switchTo().newWindow('tab')
        return driver.getWindowHandle()
      })
      return createWebDriverTab(driver, handle, inTurn)
    },
    // The driver's session does not outlive a page's crash. So the browser is restarted once its other processes, which
    // live on, have had the time to notice.
    async crash(tab) {
      kill(await rendererProcess(tab, directory))
      await sleep(NOTICES_WITHIN_MS)
      await killAll()
      await relaunch()
    },
    async forgetCookies() {
      const { driver, inTurn } = running
      // The driver removes the cookies of a window's page, so a window with a page is needed.
      await inTurn(async () => {
        for (const handle of await driver.getAllWindowHandles()) {
          await driver.switchTo().window(handle)
          const url = await driver.getCurrentUrl()
          if (url.startsWith('http')) await driver.manage().deleteAllCookies()
        }
      })
    },
    async close() {
      await end()
      await killProfileProcesses(directory)
      display.close()
      proxy.stop()
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
    kill: killAll,
    relaunch,
  }
}
