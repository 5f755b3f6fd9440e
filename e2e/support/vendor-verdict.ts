import { expect } from '@playwright/test'
import type { Outcome } from '../../src/index.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { OFTEN } from './shop-page.ts'
import { expectQueueEmpty } from './verdict.ts'

/** What every vendor's emulator can tell. */
export interface VendorRecord {
  events(): readonly { readonly properties: Readonly<Record<string, unknown>> }[]
  violations(): readonly {
    readonly path: string
    readonly refusal?: string
    readonly details: readonly string[]
  }[]
}

/** Compares the vendor's record with what was tracked. */
export const tallyOf = (vendor: VendorRecord, labels: readonly string[]) => {
  const recorded = vendor.events().map(({ properties }) => `${properties.label}`)
  const countOf = (label: string) => recorded.filter((other) => other === label).length
  return {
    lost: labels.filter((label) => countOf(label) === 0),
    twice: labels.filter((label) => countOf(label) > 1),
  }
}

/** Waits until the vendor has recorded every event. */
export const expectAllRecorded = (
  vendor: VendorRecord,
  labels: readonly string[],
  withinMs = 100_000,
): Promise<void> =>
  expect
    .poll(() => tallyOf(vendor, labels).lost.length, {
      ...OFTEN,
      timeout: withinMs,
      message: 'events not yet recorded',
    })
    .toBe(0)

export const expectNoViolation = (vendor: VendorRecord): void =>
  expect(vendor.violations().map(({ path, details }) => `${path}: ${details[0]}`)).toEqual([])

/** Waits until nothing more can come; then demands that each event was recorded once, by the vendor's rules. */
export const expectEachRecordedOnce = async (
  vendor: VendorRecord,
  labels: readonly string[],
  page: Tab,
): Promise<void> => {
  await expectAllRecorded(vendor, labels)
  await expectQueueEmpty(page)
  expect(tallyOf(vendor, labels)).toEqual({ lost: [], twice: [] })
  expectNoViolation(vendor)
}

/** Keeps in the page what the tracker tells of dropped events; returns the function that reads it. */
export const listenForDropped = async (page: Tab): Promise<() => Promise<Outcome[]>> => {
  await page.evaluate(() => {
    const dropped: Outcome[] = []
    Object.assign(window, { outcomes: dropped })
    window.track.on('settled', ({ outcome }) => {
      if (outcome.type === 'dropped') dropped.push(outcome)
    })
  })
  return () => page.evaluate(() => Reflect.get(window, 'outcomes') as Outcome[])
}
