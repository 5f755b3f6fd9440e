import { ownerOf } from '../core/record-key.ts'

/** Longer accounts (keys of 64 digits, addresses) are shortened: their beginning tells them apart. */
const MAX_CHARS = 12

/** Returns the label of a destination's account: `klaviyo AbC123`. */
export const labelOf = (name: string, account: string): string =>
  `${name} ${account.length > MAX_CHARS ? `${account.slice(0, MAX_CHARS)}…` : account}`

/** Returns the label of the account that a queue belongs to. */
export const labelOfQueue = (queue: string): string => {
  const { name, account } = ownerOf(queue)
  return labelOf(name, account)
}
