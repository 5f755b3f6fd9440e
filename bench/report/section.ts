/** One part of RESULTS.md; its charts by file name. */
export interface Section {
  readonly title: string
  readonly text: string
  readonly charts: Readonly<Record<string, string>>
}
