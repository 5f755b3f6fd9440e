import { setTimeout as sleep } from 'node:timers/promises'
import type { CostSite } from '../cost/cost-page.ts'
import type { BenchPage } from '../delivery/stage.ts'
import type { Clicked } from '../in-page/clicks.ts'

const CLICKS = 5
/** After which nobody clicks again: some trackers take five seconds for a click. */
const MAX_MS = 2_000
const STARTED_MS = 200
/** Between two clicks, as of somebody in a hurry. */
const PAUSE_MS = 150
/** Where the button is. */
const [X, Y] = [200, 200]

/** Real clicks on a button that tracks, on a processor that many times slower. */
export const measureClicks = (
  site: CostSite,
  { rate, events }: { readonly rate: number; readonly events: number },
): Promise<Clicked> =>
  site.visit('/', async ({ page, session }) => {
    await sleep(STARTED_MS)
    await page.evaluate((count) => (window as unknown as BenchPage).bench.offerClick(count), events)
    await session.send('Emulation.setCPUThrottlingRate', { rate })
    const start = performance.now()
    for (let click = 0; click < CLICKS && performance.now() - start < MAX_MS; click++) {
      await page.mouse.click(X, Y)
      await sleep(PAUSE_MS)
    }
    return page.evaluate(() => (window as unknown as BenchPage).bench.clicked())
  })
