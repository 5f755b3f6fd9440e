import { expect } from '@playwright/test'
import type { KlaviyoEmulator } from '../../../src/vendors/klaviyo/emulator/emulator.ts'
import { violations } from '../../support/verdict.ts'

/** What a test expects of one event: its name, and some of its properties. */
export type Expected = readonly [metric: string, properties?: Readonly<Record<string, unknown>>]

/** Waits until the vendor has as many events; then demands that they are these, in any order, by the vendor's rules. */
export const expectRecordedExactly = async (
  klaviyo: KlaviyoEmulator,
  expected: readonly Expected[],
): Promise<void> => {
  await expect
    .poll(() => klaviyo.events().length, { timeout: 25_000, message: 'events recorded' })
    .toBeGreaterThanOrEqual(expected.length)
  const byName = (one: { metric: string }, other: { metric: string }) => (one.metric < other.metric ? -1 : 1)
  const recorded = klaviyo.events().map(({ metric, properties }) => ({ metric, properties }))
  const wanted = expected.map(([metric, properties = {}]) => ({ metric, properties }))
  expect(recorded.toSorted(byName)).toMatchObject(wanted.toSorted(byName))
  expect(recorded.length).toBe(expected.length)
  expect(violations(klaviyo)).toEqual([])
}
