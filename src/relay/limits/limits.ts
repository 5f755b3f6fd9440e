/** How much may come: of requests from one address, and of events with one write key. */
export interface Limits {
  /** How long this one has to wait, in milliseconds; 0 when it may pass, and then it has counted. */
  take(of: 'address' | 'key', subject: string, amount: number): number | Promise<number>
}

const GROUPS_OF_A_NETWORK = 4

/** All addresses of one IPv6 network (64 bits, which is what one customer gets) are one. */
export const networkOf = (address: string): string => {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('%', 1)[0]?.split('::') ?? []
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after].slice(0, GROUPS_OF_A_NETWORK).join(':')
}
