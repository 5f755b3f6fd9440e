/**
 * The body as text, or nothing when it has more than `maxBytes`: then the rest is not read.
 * Platforms cut a body at its Content-Length; without one the bytes are counted as they come.
 */
export declare const readBody: (request: Request, maxBytes: number) => Promise<string | undefined>;
