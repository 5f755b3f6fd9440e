/** Returns the value below which this share of the values lies. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)
