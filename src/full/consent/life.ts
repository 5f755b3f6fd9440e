import type { Client } from '../../adopting-client.ts'
import type { Store } from '../../store/store.ts'
import type { VendorWatch } from '../visitor/vendor-watch.ts'
import type { Gate } from './gate.ts'

/** A running tracker, between two erasures. */
export interface Life {
  readonly client: Client
  readonly gate: Gate
  /** The database, for as long as the life lasts. */
  readonly store: Store
  readonly vendors: VendorWatch
}

export interface LifeEvents {
  /** Called when calls can be passed on. */
  readonly onBegin: (life: Life) => void
  /** Called when nothing of what was tracked is there any more. */
  readonly onEnd: () => void
  /** Called with the number of events that were queued when everything was erased. */
  readonly onErased: (events: number) => void
  /** Tells whether calls are waiting to be passed on. */
  readonly isWanted: () => boolean
}
