/** Random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; this is not. */
export const randomHex = (digits) => Array.from(crypto.getRandomValues(new Uint8Array(digits)), (byte) => (byte & 15).toString(16)).join('');
