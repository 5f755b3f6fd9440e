/** Sixteen random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; this is not. */
export const randomHex = (): string =>
  (crypto.getRandomValues(new BigUint64Array(1))[0] as bigint).toString(16).padStart(16, '0')
