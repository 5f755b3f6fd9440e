import { svg, text } from './svg.ts'

export interface Bar {
  readonly name: string
  readonly value: number
  /** The text of the value. */
  readonly label: string
  readonly isOurs: boolean
}

const WIDTH = 760
const LEFT = 170
const RIGHT = 130
const TOP = 44
const ROW = 26

/** Draws bars from left to right; `log` where they differ by more than a hundred times. */
export const barChart = (title: string, bars: readonly Bar[], scale: 'linear' | 'log' = 'linear'): string => {
  const shown = bars.filter(({ value }) => Number.isFinite(value) && value > 0)
  const largest = Math.max(...shown.map(({ value }) => value))
  // The scale begins one decade below the smallest value: a bar of length zero would look like no cost.
  const floor = Math.min(...shown.map(({ value }) => value)) / 10
  const share = (value: number): number =>
    scale === 'log' ? Math.log(value / floor) / Math.log(largest / floor) : value / largest
  const rows = bars.map(({ name, value, label, isOurs }, index) => {
    const y = TOP + index * ROW
    const width = shown.some((bar) => bar.name === name) ? share(value) * (WIDTH - LEFT - RIGHT) : 0
    return [
      text({ x: LEFT - 10, y: y + 14, anchor: 'end' }, name),
      `<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="18" rx="2" class="${isOurs ? 'ours' : 'bar'}"/>`,
      text({ x: LEFT + width + 8, y: y + 14, kind: 'quiet' }, label),
    ].join('')
  })
  const note = scale === 'log' ? `${title} (logarithmic scale)` : title
  return svg(WIDTH, TOP + bars.length * ROW + 12, note, rows.join('\n'))
}
