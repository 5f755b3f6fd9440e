import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../scripts/browsers.mjs'
import { launchOptions } from '../engines/launch-options.ts'
import { killProfileProcesses, PROFILE_VARIABLE } from '../engines/profile-processes.ts'

/**
 * Opens `url` in a Chromium of its own that nobody drives; returns the way to end it. Where a driver looks on, Chromium
 * prerenders nothing (`PrerenderingDisabledByDevTools`).
 */
export const openUndriven = async (url: string): Promise<() => Promise<void>> => {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-profile-'))
  const executablePath = findBrowser('chromium')?.executablePath ?? 'chromium'
  const args = [
    '--headless=new',
    `--user-data-dir=${directory}`,
    '--no-default-browser-check',
    ...(launchOptions.args ?? []),
    url,
  ]
  spawn(executablePath, args, { stdio: 'ignore', env: { ...process.env, [PROFILE_VARIABLE]: directory } })
  return async () => {
    await killProfileProcesses(directory)
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
}
