/** Random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; this is not. */
export const randomHex = (digits: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(digits)), (byte) => (byte & 15).toString(16)).join('')

export const uuidV4 = (): string =>
  [randomHex(8), randomHex(4), `4${randomHex(3)}`, `8${randomHex(3)}`, randomHex(12)].join('-')
