/** A table in Markdown; its first column is text, the others are figures unless said otherwise. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  content: 'figures' | 'text' = 'figures',
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index && content === 'figures' ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** A figure, or a dash where there is none: what JSON cannot hold has become null. */
export const figure = (value: number | null | undefined, digits = 0): string =>
  typeof value === 'number' && Number.isFinite(value)
    ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–'
