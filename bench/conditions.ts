import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg, totalmem, type } from 'node:os'
import { chromium } from '@playwright/test'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { engineDigest } from './engine.ts'

/** What a figure depends on, without naming the machine. */
export interface Conditions {
  readonly date: string
  readonly command: string
  readonly browser: string
  readonly node: string
  readonly system: string
  readonly processors: number
  readonly memoryGb: number
  /** The digest of sendoff; missing in findings from before 26 November 2026. */
  readonly engine?: string
  /** The one-minute load average when the part began: above 1 on two processors, other programs were running. */
  readonly load: number
  /** The versions of the packages that were measured. */
  readonly versions: Readonly<Record<string, string>>
}

const versionsIn = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')).dependencies

const browserVersion = async (): Promise<string> => {
  const browser = await chromium.launch(launchOptions)
  const version = browser.version()
  await browser.close()
  return `Chromium ${version}`
}

export const currentConditions = async (args: readonly string[]): Promise<Conditions> => ({
  date: new Date().toISOString().slice(0, 10),
  command: ['npm run bench', ...(args.length ? ['--', ...args] : [])].join(' '),
  browser: await browserVersion(),
  node: process.version,
  system: type(),
  processors: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  engine: await engineDigest(),
  load: loadavg()[0] ?? Number.NaN,
  versions: versionsIn('package.json'),
})
