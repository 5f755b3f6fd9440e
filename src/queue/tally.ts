import { countAll } from '../core/record-key.ts'
import { pagesOf } from '../store/pages.ts'
import type { Transaction } from '../store/store.ts'

/** How many events these records hold, and the key of the oldest one. */
export const tally = async (t: Transaction, prefix: string) => {
  let events = 0
  let oldest = ''
  for await (const keys of pagesOf(t, prefix)) {
    events += countAll(keys)
    oldest ||= keys[0] ?? ''
  }
  return { events, oldest }
}
