/** Sixteen random hexadecimal digits. `crypto.randomUUID` is missing in insecure contexts; this is not. */
export declare const randomHex: () => string;
