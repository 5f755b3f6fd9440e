/** Limits the requests from one address, and the events with one write key. */
export interface Limits {
    /** Returns how many milliseconds this subject has to wait; 0 when it may pass, and then its amount is counted. */
    take(of: 'address' | 'key', subject: string, amount: number): number | Promise<number>;
}
/**
 * Returns the network of an address: all addresses of one IPv6 network (64 bits, which is what one customer gets) count
 * as one.
 */
export declare const networkOf: (address: string) => string;
