import { ownerOf } from '../core/record-key.ts'

/** Longer accounts (keys of 64 digits, addresses) are told apart by their beginning. */
const MOST_CHARS = 12

/** What the board calls a destination's account: `klaviyo AbC123`. */
export const labelOf = (name: string, account: string): string =>
  `${name} ${account.length > MOST_CHARS ? `${account.slice(0, MOST_CHARS)}…` : account}`

/** The same, of a queue. */
export const labelOfQueue = (queue: string): string => {
  const { name, account } = ownerOf(queue)
  return labelOf(name, account)
}
