import type { CDPSession, Page } from '@playwright/test'

const BUSY_MS = 300

/** Returns CPU seconds by process id. */
const rendererTimes = async (session: CDPSession): Promise<ReadonlyMap<number, number>> => {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  return new Map(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]),
  )
}

const workHard = (page: Page): Promise<void> =>
  page.evaluate((ms) => {
    for (const end = performance.now() + ms; performance.now() < end; );
  }, BUSY_MS)

/** Finds the process that renders `page`: the one that works when the page does. */
const rendererOf = async (page: Page): Promise<number> => {
  const session = await page.context().browser()?.newBrowserCDPSession()
  if (!session) throw new Error('The browser of this page is not known')
  const before = await rendererTimes(session)
  await workHard(page)
  const after = await rendererTimes(session)
  await session.detach()
  const [busiest] = [...after]
    .map(([pid, seconds]) => ({ pid, seconds: seconds - (before.get(pid) ?? 0) }))
    .sort((one, other) => other.seconds - one.seconds)
  if (!busiest) throw new Error('No renderer was found')
  return busiest.pid
}

/**
 * Finds the process that renders `page`; `suspend` stops it in the middle of whatever it is doing, as a browser or a
 * phone does with a tab in the background, and `resume` lets it continue.
 */
export const rendererProcess = async (
  page: Page,
): Promise<{ readonly suspend: () => void; readonly resume: () => void }> => {
  const pid = await rendererOf(page)
  return {
    suspend: () => void process.kill(pid, 'SIGSTOP'),
    resume: () => void process.kill(pid, 'SIGCONT'),
  }
}
