import { installedChromium } from './installed-chromium.ts'
import { problemsOf } from './page-problems.ts'
import { visitPage } from './visit-page.ts'

/** Optional: whoever only copies files needs no browser. */
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
  /** The browser's file; one that is found in a usual place when left out. */
  readonly browser: string | undefined
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Chromium refuses to keep itself in a sandbox as root. */
  readonly isRoot: boolean
}

/**
 * Goes to a page with an installed browser and says what is wrong with the snippet on it; nothing where nothing is. What
 * the page tracks meanwhile does not reach the vendor.
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
