/** Makes the frame that every chart shares: readable on a light and on a dark page, without any other file. */
export const svg = (width: number, height: number, title: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px }
.quiet { fill: #57606a; font-size: 12px }
.grid { stroke: #d0d7de; stroke-width: 1 }
.bar { fill: #8c959f }
.ours { fill: #0969da }
.line { fill: none; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.quiet { fill: #9198a1 }
.grid { stroke: #3d444d }
.bar { fill: #656c76 }
.ours { fill: #4493f8 }
}
</style>
${text({ x: 12, y: 24, kind: 'title' }, title)}
${content}
</svg>
`

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const text = (
  { x, y, kind = '', anchor = 'start' }: { x: number; y: number; kind?: string; anchor?: string },
  content: string,
): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" class="${kind}" text-anchor="${anchor}">${escaped(content)}</text>`
