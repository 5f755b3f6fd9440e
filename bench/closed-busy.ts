// The command `npx tsx bench/closed-busy.ts [tries]` tells what the vendor records of a page that is closed while its scripts do not
// rest: before its database has opened, and later.
import { setTimeout as sleep } from 'node:timers/promises'
import { ENGINES } from '../scripts/browsers.mjs'
import { createKlaviyoEmulator } from '../src/vendors/klaviyo/emulator/emulator.ts'
import { launchVisitor } from '../testing/browsers/launch-visitor.ts'
import { startSite } from '../testing/http/site.ts'
import { startCollector } from './collector/collector.ts'
import { table } from './report/table.ts'
import { bundle } from './trackers/bundle.ts'
import { pageOf } from './trackers/page.ts'

const tries = Number(process.argv[2] ?? 3)
const EVENTS = 10
const BUSY_MS = 8_000
const CLOSED_AFTER_MS = 3_000
/**
 * The time from the next visit's start within which what was left arrives: what was handed off without an answer goes
 * again after ten seconds, one by one.
 */
const ARRIVES_MS = 25_000

/** When the page tracks its events and is busy afterwards: in its first task, or once its database has stored one. */
const MOMENTS = {
  'before the database has opened': 'work()',
  'at once after an event is stored': `track('First').stored.then(work)`,
  'when nothing else is under way': `track('First').stored.then(() => setTimeout(work, 300))`,
} as const
type Moment = keyof typeof MOMENTS

/** In the same task, but after all that follows a call to `track()`. */
const WORK = `
const work = async () => {
  for (let index = 0; index < ${EVENTS}; index++) track('Tested', { index })
  for (let turn = 0; turn < 100; turn++) await undefined
  for (const over = performance.now() + ${BUSY_MS}; performance.now() < over; );
}`

const arrived = async (engine: (typeof ENGINES)[number], moment: Moment): Promise<number> => {
  const klaviyo = createKlaviyoEmulator()
  const collector = await startCollector({ vendor: klaviyo.handle })
  const script = await bundle(
    `import { sendoff } from './trackers/sendoff.ts'
     window.track = sendoff(${JSON.stringify(collector.origin)}).track`,
  )
  const site = await startSite({
    routes: {
      '/busy': pageOf(script, `${WORK}\n${MOMENTS[moment]}`),
      '/': pageOf(script),
      '/bare': pageOf(),
    },
  })
  const visitor = await launchVisitor(engine)
  // The browser stays open.
  await (await visitor.page()).goto(`${site.localhost}/bare`)
  const page = await visitor.page()
  // The page is closed before it has loaded.
  page.goto(`${site.origin}/busy`).catch(() => undefined)
  await sleep(CLOSED_AFTER_MS)
  await page.close()
  await (await visitor.page()).goto(site.origin)
  await sleep(ARRIVES_MS)
  const count = klaviyo.events().filter(({ properties }) => 'index' in properties).length
  await visitor.close()
  await Promise.all([site.close(), collector.close()])
  return count
}

const moments = Object.keys(MOMENTS) as Moment[]
const rows: string[][] = []
for (const engine of ENGINES) {
  const row: string[] = [engine]
  for (const moment of moments) {
    const counts: number[] = []
    for (let number = 0; number < tries; number++) counts.push(await arrived(engine, moment))
    row.push(counts.join(', '))
  }
  console.log(row.join(' | '))
  rows.push(row)
}
console.log(`\nOf ${EVENTS} events of a page that is closed while it is busy, so many are recorded\n`)
console.log(table(['busy and closed', ...moments], rows))
