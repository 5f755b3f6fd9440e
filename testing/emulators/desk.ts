import type { Vendor } from '../../src/relay/vendor.ts'

/** The text that stands for the vendor's address in an attribute of a script tag. */
export const ADDRESS = 'SITE'

/** The attributes of the tag of a vendor that is called through the site's relay. */
export const RELAYED = { 'data-relay': `${ADDRESS}/sendoff`, 'data-write-key': 'demo' }

/** An event as a vendor has recorded it, in the same terms for all vendors. */
export interface Arrival {
  readonly name: string
  /** When the event happened, in ISO 8601. */
  readonly time: string
  readonly person: string
  readonly properties: Readonly<Record<string, unknown>>
}

export interface DeskRequest {
  readonly timeMs: number
  readonly method: string
  readonly path: string
  readonly status: number
  readonly refusal?: string
  /** The vendor's words. */
  readonly details?: readonly string[]
  readonly body: string
}

/** A vendor's emulator, as the demo shows it. */
export interface Desk {
  readonly title: string
  /** The attributes of the script tag, besides the address. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether the vendor knows no anonymous visitors. */
  readonly needsPerson?: boolean
  handle(request: Request): Promise<Response>
  events(): readonly Arrival[]
  people(): number
  /** Returns how many events came again: they were recognised, except by a vendor that `countsTwice`. */
  repeats(): number
  readonly countsTwice?: boolean
  requests(): readonly DeskRequest[]
}

/** Returns why an event with these properties is refused; nothing when it is not. */
export type Refuse = (properties: object | undefined) => string | undefined

/** The `counter` of `emulator/desk.ts` in a vendor's folder: how the desk is opened, and how it is found. */
export interface Counter {
  /**
   * The beginnings of its requests' paths; where another vendor's begin in the same way, the longer beginning counts.
   */
  readonly paths?: readonly string[]
  /** Makes the relay's part of a vendor that the site's relay calls, with the vendor at this origin. */
  readonly relayed?: (endpoint: string) => Vendor
  open(refuse: Refuse): Desk
}
