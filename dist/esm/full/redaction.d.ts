/** Says what may be told of an address; undefined when nothing may. */
export type Redact = (url: string) => string | undefined;
/**
 * The redaction of addresses: `redactUrl` first, then the site's own `hook`, once for each address. A hook that fails
 * says that nothing may be told: the address is left out, and the failure reported.
 */
export declare const createRedaction: (hook: ((url: string) => string) | undefined, report: (problem: string) => void) => Redact;
