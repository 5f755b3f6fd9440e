import { unansweredKeyOf } from '../core/record-key.ts'
import type { Transaction } from '../store/store.ts'

/** Puts records where the vendor may have them. */
export const markUnanswered = async (t: Transaction, keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    const json = await t.get(key)
    t.remove(key)
    if (json) t.put(unansweredKeyOf(key), json)
  }
}
