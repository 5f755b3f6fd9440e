import { type Transport } from './transport.ts';
/** Sends with `fetch`; small requests outlive the page in any case. */
export declare const createFetchTransport: (now: () => number) => Transport;
