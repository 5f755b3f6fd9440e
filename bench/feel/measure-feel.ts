import type { Browser } from '@playwright/test'
import type { CostSite } from '../cost/cost-page.ts'
import { type IdleCost, measureIdle } from '../cost/page-costs.ts'
import type { Clicked } from '../in-page/clicks.ts'
import { measureClicks } from './click-cost.ts'
import { type DrainCost, measureDrainCost } from './drain-cost.ts'
import { type ManyTabs, measureManyTabs } from './many-tabs.ts'
import { type FeelPage, isOurs, openFeelSite } from './pages.ts'
import { measureStartUp, type StartUp } from './start-up.ts'

/** How many times slower the processor is. */
export const RATES = [1, 4, 6] as const
/** Tracked by one click. */
export const CLICK_EVENTS = [1, 20, 200] as const

export interface ClickCost extends Clicked {
  readonly rate: number
  readonly events: number
}

/** What one page feels; where something is missing, the tracker has taken the page down with it. */
export interface Felt {
  readonly page: FeelPage
  readonly startUps: readonly (StartUp & { readonly rate: number })[]
  readonly clicks: readonly ClickCost[]
  readonly drains: readonly DrainCost[]
  readonly idle: readonly IdleCost[]
  readonly tabs: readonly ManyTabs[]
}

export interface FeelOptions {
  readonly pages: readonly FeelPage[]
  /** Clicks and drains of a peer are not repeated: some take twenty seconds. */
  readonly rounds: { readonly startUps: number; readonly ours: number }
  readonly idleMs: number
  readonly tell: (line: string) => void
}

type Mutable<Lists> = {
  -readonly [Key in keyof Lists]: Lists[Key] extends readonly (infer Item)[] ? Item[] : Lists[Key]
}

interface Entry {
  readonly site: CostSite
  readonly felt: Mutable<Felt>
}

/** Every page in every round, one after the other, so that a busy moment meets them all alike. */
export const measureFeel = async (
  browser: Browser,
  { pages, rounds, idleMs, tell }: FeelOptions,
): Promise<readonly Felt[]> => {
  const entries = await Promise.all(
    pages.map(
      async (page): Promise<Entry> => ({
        site: await openFeelSite(browser, page),
        felt: { page, startUps: [], clicks: [], drains: [], idle: [], tabs: [] },
      }),
    ),
  )
  const attempt = async (entry: Entry, measure: (entry: Entry) => Promise<void>): Promise<void> => {
    try {
      await measure(entry)
    } catch (error) {
      tell(`${entry.felt.page}, not measured: ${error}`)
    }
  }
  const each = async (measure: (entry: Entry) => Promise<void>, some = entries): Promise<void> => {
    for (const entry of some) await attempt(entry, measure)
  }
  const ours = entries.filter(({ felt }) => isOurs(felt.page))
  const inRound = (round: number) => (round ? ours : entries)
  const since = (): string => `${((performance.now() - startMs) / 1_000).toFixed(0)} s`
  const startMs = performance.now()

  for (let round = 0; round < rounds.startUps; round++)
    // In the other direction every second time: what follows a heavy one is no worse off than what precedes it.
    for (const rate of RATES)
      await each(
        async ({ site, felt }) => {
          felt.startUps.push({ rate, ...(await measureStartUp(site, rate)) })
        },
        round % 2 ? entries.toReversed() : entries,
      )
  tell(`started up: ${since()}`)
  for (let round = 0; round < rounds.ours; round++)
    for (const rate of RATES)
      for (const events of CLICK_EVENTS)
        await each(async ({ site, felt }) => {
          felt.clicks.push({ rate, events, ...(await measureClicks(site, { rate, events })) })
        }, inRound(round))
  tell(`clicked: ${since()}`)
  for (let round = 0; round < rounds.ours; round++)
    await each(async ({ site, felt }) => {
      felt.drains.push(await measureDrainCost(site, (round + 1) * 100_000))
    }, inRound(round))
  tell(`drained: ${since()}`)
  // All at once: nothing but counting happens in them.
  await Promise.all(
    entries.map((entry) =>
      attempt(entry, async ({ site, felt }) => void felt.idle.push(await measureIdle(site, idleMs))),
    ),
  )
  tell(`idle: ${since()}`)
  await each(async ({ site, felt }) => {
    felt.tabs.push(await measureManyTabs(site))
  })
  tell(`many tabs: ${since()}`)
  await Promise.all(entries.map(({ site }) => site.close()))
  return entries.map(({ felt }) => felt)
}
