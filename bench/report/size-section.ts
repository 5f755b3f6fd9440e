import type { Sizes } from '../size.ts'
import { TITLES, TRACKERS } from '../trackers/names.ts'
import { type Bar, barChart } from './bar-chart.ts'
import type { Section } from './section.ts'
import { figure, table } from './table.ts'

export const sizeSection = ({ bundled, script }: Sizes): Section => {
  const bars: readonly Bar[] = TRACKERS.map((name) => ({
    name: TITLES[name],
    value: bundled[name].brotli,
    label: `${figure(bundled[name].brotli)} bytes`,
    isOurs: name === 'sendoff',
  }))
  const rows = [
    ...TRACKERS.map((name) => [TITLES[name], figure(bundled[name].minified), figure(bundled[name].brotli)]),
    ['sendoff, `dist/sendoff.klaviyo.js`', figure(script.minified), figure(script.brotli)],
  ]
  return {
    title: 'Size',
    text: `A page that starts the tracker and tracks one event, bundled and minified by esbuild, all alike. The last row is
what the script tag loads: it is built with more care, and cannot be compared with the others.

![Size](charts/size.svg)

${table(['', 'minified, bytes', 'brotli 11, bytes'], rows)}`,
    charts: { size: barChart('Size of a page’s script, brotli 11', bars) },
  }
}
