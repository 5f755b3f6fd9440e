export interface Point {
  readonly events: number
  readonly ms: number
}

/** Returns the slope of the straight line through the points on two logarithmic scales: 1 is linear, 2 quadratic. */
export const slopeOf = (points: readonly Point[]): number => {
  const logs = points
    .filter(({ ms }) => ms > 0)
    .map(({ events, ms }) => [Math.log(events), Math.log(ms)] as const)
  const mean = (of: (log: readonly [number, number]) => number): number =>
    logs.reduce((sum, log) => sum + of(log), 0) / logs.length
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)]
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  return logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread
}
