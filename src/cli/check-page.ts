import { installedChromium } from './installed-chromium.ts'
import { problemsOf } from './page-problems.ts'
import { visitPage } from './visit-page.ts'

/** The driver of the browser is optional: people who only copy files need no browser. */
const driver = async () => {
  try {
    return await import('playwright-core')
  } catch {
    throw new Error(
      'sendoff: check drives a browser with playwright-core, which is not installed: npx -p sendoff -p playwright-core sendoff check URL',
    )
  }
}

export interface CheckOptions {
  /** The browser's file; when it is left out, a browser in a usual place is used. */
  readonly browser: string | undefined
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Whether the command runs as root: then Chromium refuses its sandbox. */
  readonly isRoot: boolean
}

/**
 * Visits a page with an installed browser and returns what is wrong with the snippet on it; an empty list where nothing
 * is wrong. What the page tracks meanwhile does not reach the vendor.
 * @throws {Error} where there is no browser, or no page.
 */
export const checkPage = async (
  url: string,
  { browser, platform, env, isRoot }: CheckOptions,
): Promise<readonly string[]> => {
  if (!/^https?:\/\//.test(url)) throw new Error(`sendoff: ${url} is no address; expected https://…`)
  const executablePath = browser ?? installedChromium(platform, env)
  if (!executablePath)
    throw new Error('sendoff: no Chrome, Chromium or Edge is in a usual place; --browser names its file')
  const { chromium } = await driver()
  const started = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
  try {
    return problemsOf(await visitPage(await started.newPage(), url))
  } finally {
    await started.close()
  }
}
