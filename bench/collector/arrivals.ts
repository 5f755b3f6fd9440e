export interface Arrival {
  readonly copies: number
  /** The time of the arrival on Node's clock, in milliseconds. */
  readonly atMs: number
}

/** Notes which events have arrived, when first, and how often. */
export const createArrivals = () => {
  const arrivals = new Map<number, Arrival>()
  return {
    note(labels: readonly number[]): void {
      for (const label of labels) {
        const { copies, atMs } = arrivals.get(label) ?? { copies: 0, atMs: performance.now() }
        arrivals.set(label, { copies: copies + 1, atMs })
      }
    },
    of: (label: number): Arrival | undefined => arrivals.get(label),
    count: (): number => arrivals.size,
    clear: (): void => arrivals.clear(),
  }
}

export type Arrivals = Omit<ReturnType<typeof createArrivals>, 'note' | 'clear'>
