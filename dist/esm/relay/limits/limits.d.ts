/** How much may come: of requests from one address, and of events with one write key. */
export interface Limits {
    /** How long this one has to wait, in milliseconds; 0 when it may pass, and then it has counted. */
    take(of: 'address' | 'key', subject: string, amount: number): number | Promise<number>;
}
/** All addresses of one IPv6 network (64 bits, which is what one customer gets) are one. */
export declare const networkOf: (address: string) => string;
