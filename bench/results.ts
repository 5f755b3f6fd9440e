import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Conditions } from './conditions.ts'
import type { TrackerCost } from './cost/measure-cost.ts'
import type { CrowdRun } from './crowd/measure-crowd.ts'
import type { DeliveryRun } from './delivery/measure-delivery.ts'
import type { Felt } from './feel/measure-feel.ts'
import type { GoneResults } from './gone/measure-gone.ts'
import type { GrowthResults } from './growth/measure-growth.ts'
import type { DrainCost } from './pairs/measure-drain.ts'
import type { LoopCost } from './pairs/measure-loop.ts'
import type { Sizes } from './size.ts'
import type { TasksRun } from './tasks/measure-tasks.ts'
import type { TrackerName } from './trackers/names.ts'
import type { VendorRun } from './vendors/measure-vendors.ts'

/** The findings of each part of the benchmark. */
export interface Findings {
  readonly size: Sizes
  readonly cost: Readonly<Record<TrackerName, TrackerCost>>
  readonly delivery: readonly DeliveryRun[]
  readonly vendors: readonly VendorRun[]
  readonly growth: GrowthResults
  readonly crowd: readonly CrowdRun[]
  readonly gone: GoneResults
  readonly feel: readonly Felt[]
  readonly loops: readonly LoopCost[]
  readonly drain: readonly DrainCost[]
  readonly tasks: readonly TasksRun[]
}

export const PARTS = [
  'size',
  'cost',
  'delivery',
  'vendors',
  'growth',
  'crowd',
  'gone',
  'feel',
  'loops',
  'drain',
  'tasks',
] as const
export type Part = (typeof PARTS)[number]

export interface Finding<Name extends Part> {
  readonly conditions: Conditions
  readonly found: Findings[Name]
}

export type Results = { readonly [Name in Part]?: Finding<Name> }

const fileOf = (part: Part): URL => new URL(`results/${part}.json`, import.meta.url)

export const saveFinding = <Name extends Part>(part: Name, finding: Finding<Name>): void => {
  mkdirSync(new URL('results', import.meta.url), { recursive: true })
  writeFileSync(fileOf(part), `${JSON.stringify(finding, null, 1)}\n`)
}

/** Loads the last finding of every part, because one part may be measured without the others. */
export const loadResults = (): Results =>
  Object.fromEntries(
    PARTS.filter((part) => existsSync(fileOf(part))).map((part) => [
      part,
      JSON.parse(readFileSync(fileOf(part), 'utf8')),
    ]),
  )
