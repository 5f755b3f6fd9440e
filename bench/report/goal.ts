/** What is aimed at, and whether it is reached. */
export interface Goal {
  readonly goal: string
  readonly measured: string
  readonly passed: boolean
}
