/** How the vendor of the playground behaves. */
export type Mode = 'up' | 'slow' | 'busy' | 'down'

/** What a page says to it. */
export type Order =
  | { readonly type: 'look' }
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'forget' }

/** What it says to all pages. */
export interface VendorState {
  readonly mode: Mode
  /** Ids of the events that it has recorded, each once. */
  readonly recorded: readonly string[]
}
