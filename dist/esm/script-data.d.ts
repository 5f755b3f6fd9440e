import type { Destination } from './core/destination.ts';
/** The `data-` attributes of a script tag. */
export type Data = Readonly<Record<string, string | undefined>>;
/**
 * Takes from the attributes what the destination needs, and returns the rest beside it.
 * @param destination what `data-destination` says.
 */
export type Make = (data: Data, destination?: string) => readonly [Destination, Data];
export declare const klaviyoFrom: Make;
export declare const bloomreachFrom: Make;
export declare const crowdpowerFrom: Make;
export declare const yotpoFrom: Make;
export declare const helpcrunchFrom: Make;
export declare const httpFrom: Make;
