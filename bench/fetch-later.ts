// The command `npx tsx bench/fetch-later.ts [tries]` tells what `fetchLater` would deliver of a page of Chromium that
// ends, beside the request that sendoff makes then. It is a prototype: sendoff does not use `fetchLater`.
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { launchOptions } from '../testing/browsers/launch-options.ts'
import { launchPlaywright } from '../testing/browsers/playwright-visitor.ts'
import { startSite } from '../testing/http/site.ts'
import { startCollector } from './collector/collector.ts'
import { table } from './report/table.ts'
import { bundle } from './trackers/bundle.ts'
import { pageOf } from './trackers/page.ts'

const tries = Number(process.argv[2] ?? 6)
const EVENTS = 1_000
/** The bytes that fit into the 64 KiB of a quota of its own, and into what sendoff gives its own last request. */
const LATER_BYTES = 58_000
const LAST_BYTES = 45_000
const ARRIVES_MS = 3_000

const script = await bundle(`
import { shopEvent } from './in-page/shop-event.ts'
window.begin = (url, withLater) => {
  const events = Array.from({ length: ${EVENTS} }, (_, index) => shopEvent(index + 1))
  const take = (bytes) => {
    const taken = []
    while (JSON.stringify([...taken, events[0]]).length < bytes) taken.push(events.shift())
    return JSON.stringify(taken)
  }
  const post = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json', revision: '1' }, body })
  if (withLater) fetchLater(url, post(take(${LATER_BYTES})))
  const last = take(${LAST_BYTES})
  let isSent = false
  const end = () => {
    if (!isSent) fetch(url, { ...post(last), keepalive: true })
    isSent = true
  }
  for (const type of ['pagehide', 'visibilitychange']) addEventListener(type, end, true)
}`)

const probe = await chromium.launch(launchOptions)
const version = probe.version()
await probe.close()

type Ending = 'closed' | 'to another site' | 'crash'

const arrived = async (ending: Ending, withLater: boolean): Promise<number | 'none'> => {
  const collector = await startCollector()
  const site = await startSite({ routes: { '/': pageOf(script), '/bare': pageOf() } })
  const profile = await launchPlaywright('chromium')
  const page: Page = await profile.page()
  await page.goto(site.origin)
  if (!(await page.evaluate(() => 'fetchLater' in window))) return 'none'
  await page.evaluate(([url, later]) => Reflect.get(window, 'begin')(url, later), [
    `${collector.origin}/v1/b`,
    withLater,
  ] as const)
  if (ending === 'closed') await page.close()
  else if (ending === 'crash') await profile.crash(page)
  else await page.goto(`${site.localhost}/bare`)
  await sleep(ARRIVES_MS)
  const count = collector.arrivals.count()
  await profile.close()
  await Promise.all([site.close(), collector.close()])
  return count
}

const rows: string[][] = []
for (const withLater of [false, true]) {
  const row = [withLater ? 'fetchLater and the last request' : 'the last request']
  for (const ending of ['closed', 'to another site', 'crash'] as const) {
    const counts: (number | 'none')[] = []
    for (let number = 0; number < tries; number++) counts.push(await arrived(ending, withLater))
    row.push(counts.join(', '))
    console.log(row.join(' | '))
  }
  rows.push(row)
}
console.log(`\nChromium ${version}, arrived of ${EVENTS.toLocaleString('en')} events of 700 bytes\n`)
console.log(table(['', 'closed', 'to another site', 'crash'], rows))
