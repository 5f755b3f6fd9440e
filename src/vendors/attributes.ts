import type { Destination } from '../core/destination.ts'

/** The `data-` attributes of a script tag. */
export type Data = Readonly<Record<string, string | undefined>>

/**
 * A value that is no vendor's key. In a module, a key that is left out means that nothing is sent; on a tag it is a
 * mistake.
 */
export const NO_KEY = '-'

/**
 * Takes the destination's attributes, and returns the other attributes beside it.
 * @param destination is the value of `data-destination`.
 */
export type Make = (data: Data, destination?: string) => readonly [Destination, Data]

/** Passes on a key that is filled in, so that it is refused by name: the keys of these vendors belong in the relay. */
export const keyIn = (key: string | undefined): object => (key ? { key } : {})
