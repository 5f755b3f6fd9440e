import type { Vendor } from '../../src/relay/vendor.ts'

/** In an attribute of a script tag, it stands for where the vendor is reached. */
export const ADDRESS = 'SITE'

/** Of the tag of a vendor that is reached through the site's relay. */
export const RELAYED = { 'data-relay': `${ADDRESS}/sendoff`, 'data-write-key': 'demo' }

/** An event as a vendor has recorded it, in the same words for all vendors. */
export interface Arrival {
  readonly name: string
  /** ISO 8601. */
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
  /** Of the script tag, beside the address. */
  readonly attributes: Readonly<Record<string, string>>
  /** Whether it knows no anonymous visitors. */
  readonly needsPerson?: boolean
  handle(request: Request): Promise<Response>
  events(): readonly Arrival[]
  people(): number
  /** Events that came again: recognised, except by a vendor that `countsTwice`. */
  repeats(): number
  readonly countsTwice?: boolean
  requests(): readonly DeskRequest[]
}

/** Says why an event with these properties is refused, if it is to be. */
export type Refuse = (properties: object | undefined) => string | undefined

/** What `emulator/desk.ts` in a vendor's folder has as `counter`: how to open the desk, and how it is found. */
export interface Counter {
  /** With which the paths of its requests begin; where that is how another's begin, too, the longer one counts. */
  readonly paths?: readonly string[]
  /** For a vendor that the site's relay calls: the relay's side of it, with the vendor at this origin. */
  readonly relayed?: (endpoint: string) => Vendor
  open(refuse: Refuse): Desk
}
