/** One part of RESULTS.md; its charts by file name. */
export interface Section {
  readonly title: string
  /** Of the section that stands before it, under whose heading it comes. */
  readonly partOf?: string
  readonly text: string
  readonly charts: Readonly<Record<string, string>>
}
