import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/browsers.mjs'
import { launchOptions } from '../../testing/browsers/launch-options.ts'
import { killProfileProcesses, PROFILE_VARIABLE } from '../../testing/browsers/profile-processes.ts'

/**
 * Opens a Chromium on one page, without a driver: while a page is driven, Chromium prerenders no other
 * ("PrerenderingDisabledByDevTools"). The page has to proceed by itself. Returns the function that ends the browser.
 */
export const openUndriven = async (url: string): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  const options = ['--headless', '--no-default-browser-check', '--remote-debugging-port=0']
  const browser = spawn(
    findBrowser('chromium')?.executablePath ?? 'chromium',
    [...(launchOptions.args ?? []), ...options, `--user-data-dir=${directory}`, url],
    { stdio: 'ignore', env: { ...process.env, [PROFILE_VARIABLE]: directory } },
  )
  await new Promise((resolve, reject) => {
    browser.once('spawn', resolve)
    browser.once('error', reject)
  })
  return async () => {
    await killProfileProcesses(directory)
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
