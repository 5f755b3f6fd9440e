import { expect } from '@playwright/test'
import type { KlaviyoEmulator } from '../../src/vendors/klaviyo/emulator/emulator.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { OFTEN, statusOf } from './shop-page.ts'

/** Compares the vendor's record with what was tracked. */
export const tally = (klaviyo: KlaviyoEmulator, labels: readonly string[]) => {
  const counts = new Map(labels.map((label) => [label, 0]))
  for (const { properties } of klaviyo.events()) {
    const label = `${properties.label}`
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const withCount = (matches: (count: number) => boolean) =>
    [...counts].filter(([, count]) => matches(count)).map(([label]) => label)
  return { lost: withCount((count) => count === 0), twice: withCount((count) => count > 1) }
}

/** Returns the vendor's complaints, in short. */
export const violations = (klaviyo: KlaviyoEmulator): readonly string[] =>
  klaviyo
    .violations()
    .map(({ path, refusal, events, details }) => `${refusal} ${path} ${events} events: ${details[0]}`)

/** Waits until the vendor has recorded every event. */
export const expectRecorded = (
  klaviyo: KlaviyoEmulator,
  labels: readonly string[],
  withinMs = 100_000,
): Promise<void> =>
  expect
    .poll(() => tally(klaviyo, labels).lost.length, {
      ...OFTEN,
      timeout: withinMs,
      message: 'events not yet recorded',
    })
    .toBe(0)

/** Waits until the visitor's queue is empty; `page` tells its state. */
export const expectQueueEmpty = (page: Tab, withinMs = 100_000): Promise<void> =>
  expect
    .poll(async () => (await statusOf(page)).queues[0]?.queued, {
      ...OFTEN,
      timeout: withinMs,
      message: 'events still queued',
    })
    .toBe(0)

/**
 * Waits until the vendor has recorded every event and the visitor's queue is empty, so that nothing more can
 * come; then demands that each was recorded once and that no request broke the vendor's rules.
 */
export const expectEachOnce = async (
  klaviyo: KlaviyoEmulator,
  labels: readonly string[],
  page: Tab,
  withinMs = 100_000,
): Promise<void> => {
  await expectRecorded(klaviyo, labels, withinMs)
  await expectQueueEmpty(page, withinMs)
  expect(tally(klaviyo, labels)).toEqual({ lost: [], twice: [] })
  expect(violations(klaviyo)).toEqual([])
}
