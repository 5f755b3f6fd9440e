/** What a page writes down in the last moment: chunks that are not durable, and which ones it hands off. */
export interface Note {
  readonly chunks: Readonly<Record<string, string>>
  readonly keys: readonly string[]
  /** Until when the answer to the hand-off may come. */
  readonly until: number
}
