import { type Transport } from './transport.ts';
export declare const sendWithFetch: Transport;
