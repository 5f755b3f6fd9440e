/** Counts what happened: a fault that never happens proves nothing. */
export const createTally = () => {
  const counts: Record<string, number> = {}
  return {
    counts: counts as Readonly<Record<string, number>>,
    count(what: string, by = 1): void {
      counts[what] = (counts[what] ?? 0) + by
    },
    add(others: Readonly<Record<string, number>>): void {
      for (const [what, by] of Object.entries(others)) counts[what] = (counts[what] ?? 0) + by
    },
  }
}

export type Tally = ReturnType<typeof createTally>
