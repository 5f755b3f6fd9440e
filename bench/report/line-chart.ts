import { svg, text } from './svg.ts'

export interface Line {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

const WIDTH = 760
const HEIGHT = 400
const PLOT = { left: 78, right: 560, top: 58, bottom: 350 }
/** The colours differ on white and on black, and for people who do not see red and green apart. */
const COLOURS = ['#0969da', '#d1570a', '#1a7f64', '#a475f9', '#bf8700', '#e85aad', '#6e7781']

const decades = (values: readonly number[]): readonly [number, number] => [
  Math.floor(Math.log10(Math.min(...values))),
  Math.ceil(Math.log10(Math.max(...values))),
]

const ticks = ([from, to]: readonly [number, number]): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Draws lines on two logarithmic scales. */
export const lineChart = (
  title: string,
  axes: { readonly x: string; readonly y: string },
  lines: readonly Line[],
): string => {
  const drawn = lines.map(({ name, points }) => ({
    name,
    points: points.filter(({ x, y }) => x > 0 && y > 0),
  }))
  const all = drawn.flatMap(({ points }) => points)
  if (all.length === 0) return svg(WIDTH, 60, title, '')
  const [xs, ys] = [decades(all.map(({ x }) => x)), decades(all.map(({ y }) => y))]
  const along = (value: number, [from, to]: readonly [number, number]): number =>
    (Math.log10(value) - from) / Math.max(1, to - from)
  const xOf = (value: number): number => PLOT.left + along(value, xs) * (PLOT.right - PLOT.left)
  const yOf = (value: number): number => PLOT.bottom - along(value, ys) * (PLOT.bottom - PLOT.top)

  const grid = [
    ...ticks(ys).map((power) => {
      const y = yOf(10 ** power)
      const label = (10 ** power).toLocaleString('en', { maximumFractionDigits: 3 })
      return `<path d="M${PLOT.left} ${y.toFixed(1)}H${PLOT.right}" class="grid"/>${text({ x: PLOT.left - 8, y: y + 4, kind: 'quiet', anchor: 'end' }, label)}`
    }),
    ...ticks(xs).map((power) =>
      text(
        { x: xOf(10 ** power), y: PLOT.bottom + 20, kind: 'quiet', anchor: 'middle' },
        (10 ** power).toLocaleString('en'),
      ),
    ),
    text({ x: PLOT.right, y: PLOT.bottom + 40, kind: 'quiet', anchor: 'end' }, axes.x),
    text({ x: 12, y: PLOT.top - 16, kind: 'quiet' }, axes.y),
  ]
  const curves = drawn.map(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length]
    const path = points.map(({ x, y }) => `${xOf(x).toFixed(1)},${yOf(y).toFixed(1)}`).join(' ')
    const dots = points.map(
      ({ x, y }) => `<circle cx="${xOf(x).toFixed(1)}" cy="${yOf(y).toFixed(1)}" r="3" fill="${colour}"/>`,
    )
    const row = PLOT.top + 10 + index * 22
    return [
      `<polyline points="${path}" class="line" stroke="${colour}"/>`,
      ...dots,
      `<rect x="${PLOT.right + 20}" y="${row - 10}" width="14" height="4" fill="${colour}"/>`,
      text({ x: PLOT.right + 42, y: row - 3 }, name),
    ].join('')
  })
  return svg(WIDTH, HEIGHT, title, [...grid, ...curves].join('\n'))
}
