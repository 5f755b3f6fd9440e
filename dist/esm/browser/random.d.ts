/**
 * Sixteen random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; this is not, though what
 * stands in for it in old libraries fills bytes only.
 */
export declare const randomHex: () => string;
