/** One part of RESULTS.md, with its charts by file name. */
export interface Section {
  readonly title: string
  /** The heading of an earlier section, below which this one comes. */
  readonly partOf?: string
  readonly text: string
  readonly charts: Readonly<Record<string, string>>
}
