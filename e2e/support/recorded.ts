import { expect } from '@playwright/test'
import type { KlaviyoEmulator, RecordedEvent } from '../../src/vendors/klaviyo/emulator/emulator.ts'

/** Returns the events that the vendor has recorded under this name, in the order of their times. */
export const recordedAs = (klaviyo: KlaviyoEmulator, name: string): readonly RecordedEvent[] =>
  klaviyo
    .events()
    .filter((event) => event.metric === name)
    .sort((a, b) => (`${a.unique_id}` < `${b.unique_id}` ? -1 : 1))

/** Waits until the vendor has recorded this number of events under this name. */
export const expectRecordedAs = async (
  klaviyo: KlaviyoEmulator,
  name: string,
  count: number,
): Promise<readonly RecordedEvent[]> => {
  await expect
    .poll(() => recordedAs(klaviyo, name).length, { timeout: 30_000, message: `${name}, recorded` })
    .toBeGreaterThanOrEqual(count)
  return recordedAs(klaviyo, name)
}

/** Returns the properties of the event with this label. */
export const propertiesOf = (events: readonly RecordedEvent[], label: string) =>
  events.find(({ properties }) => properties.label === label)?.properties
