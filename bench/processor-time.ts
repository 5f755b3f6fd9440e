import type { PlaywrightVisitor } from '../testing/browsers/playwright-visitor.ts'

/** Reads the processor time that a browser's processes have had, in milliseconds. */
export const processorTime = async (profile: PlaywrightVisitor) => {
  const browser = profile.context.browser()
  if (!browser) throw new Error('a browser without a handle')
  const session = await browser.newBrowserCDPSession()
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const sum = (of: typeof processInfo) => of.reduce((ms, { cpuTime }) => ms + cpuTime * 1_000, 0)
    return { page: sum(processInfo.filter(({ type }) => type === 'renderer')), browser: sum(processInfo) }
  }
}
