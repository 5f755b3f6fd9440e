// The command `npx tsx bench/repeats.ts [rounds]` tells what it costs to repeat a thousand events, one by one, to
// Klaviyo.
import type { TrackedEvent } from '../src/core/event.ts'
import { klaviyo } from '../src/vendors/klaviyo/destination.ts'
import { eventsOf, idsOf } from '../test/events.ts'
import { createTabs, type Tab } from '../test/fakes/tabs.ts'
import { median } from './report/quantile.ts'

const EVENTS = 1_000
const TEXT = 'x'.repeat(700)
const MAX_RATIO = 1.5
/** The pause is longer than the vendor's limits ask for between two requests. */
const PAUSE_MS = 60_000
const rounds = Number(process.argv[2] ?? 5)

const destination = klaviyo({ companyId: 'AbC123', endpoint: 'https://vendor.test' })

/** Returns the processor time until this number of events is delivered, in milliseconds. */
const costOf = async (tab: Tab, pass: (ms: number) => void): Promise<number> => {
  const before = process.cpuUsage()
  let requests = 0
  for (let delivered = 0; delivered < EVENTS; requests++) {
    const begun = await tab.begin()
    pass(PAUSE_MS)
    if ('ms' in begun) continue
    await tab.settle(
      begun,
      begun.events.map(() => ({ type: 'delivered' })),
    )
    delivered += begun.events.length
  }
  const { user, system } = process.cpuUsage(before)
  if (requests < EVENTS * 0.9) throw new Error(`${requests} requests: not one by one`)
  return (user + system) / 1_000
}

/** Gives an event an id of the site's own, so that it goes alone. */
const single = (event: TrackedEvent): TrackedEvent => ({ ...event, uniqueId: event.id })

const firstSends = async (): Promise<number> => {
  const { open, pass } = createTabs({ destination })
  const tab = open()
  for (const event of eventsOf(EVENTS, { text: TEXT })) await tab.push([single(event)])
  return costOf(tab, pass)
}

const repeats = async (): Promise<number> => {
  const { open, pass } = createTabs({ destination })
  await open().push(eventsOf(EVENTS, { text: TEXT, newId: idsOf(0) }))
  const left = open()
  // The bulk request gets no answer, because the page is gone.
  await left.begin()
  pass(PAUSE_MS)
  return costOf(open(), pass)
}

const [firsts, agains]: [number[], number[]] = [[], []]
await firstSends()
await repeats()
for (let round = 0; round < rounds; round++) {
  firsts.push(await firstSends())
  agains.push(await repeats())
}
const ratio = median(agains) / median(firsts)
console.log(
  `${EVENTS} single first sends: ${median(firsts).toFixed(0)} ms of processor time (median of ${rounds})`,
)
console.log(
  `${EVENTS} repeats, one by one: ${median(agains).toFixed(0)} ms, ${ratio.toFixed(2)} times as much`,
)
process.exitCode = ratio > MAX_RATIO ? 1 : 0
