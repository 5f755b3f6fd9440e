export type Properties = Readonly<Record<string, unknown>>

export interface Started {
  /** Tracks one event as the tracker's users do. */
  readonly track: (name: string, properties: Properties) => unknown
  /** Resolves when the tracker says that it has started. */
  readonly ready: Promise<unknown>
  /** Does the work that belongs to the cost of a loop and that `track` leaves for later. */
  readonly finish?: () => unknown
}

/**
 * Starts a tracker in its best documented configuration for delivery, against a collector on this machine.
 * @param worker where the site serves sendoff's service worker, if it does; no peer has one.
 */
export type Start = (collector: string, worker?: string) => Started
