import type { Destination } from '../core/destination.ts'

/** The `data-` attributes of a script tag. */
export type Data = Readonly<Record<string, string | undefined>>

/** No vendor's key: in a module a key that is left out means that nothing is sent, on a tag it is a mistake. */
export const NO_KEY = '-'

/**
 * Takes from the attributes what the destination needs, and returns the rest beside it.
 * @param destination what `data-destination` says.
 */
export type Make = (data: Data, destination?: string) => readonly [Destination, Data]

/** Filled, it is refused by name: keys of these vendors belong in the relay. */
export const keyIn = (key: string | undefined): object => (key ? { key } : {})
