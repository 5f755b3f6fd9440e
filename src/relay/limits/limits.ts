/** Limits the requests from one address, and the events with one write key. */
export interface Limits {
  /** Returns how many milliseconds this subject has to wait; 0 when it may pass, and then its amount is counted. */
  take(of: 'address' | 'key', subject: string, amount: number): number | Promise<number>
}

const GROUPS_OF_A_NETWORK = 4

/**
 * Returns the network of an address: all addresses of one IPv6 network (64 bits, which is what one customer gets) count
 * as one.
 */
export const networkOf = (address: string): string => {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? []
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK).join(':')
}
