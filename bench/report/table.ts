/** Makes a table in Markdown; its first column is text, the others are figures unless the call says otherwise. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  content: 'figures' | 'text' = 'figures',
): string => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index && content === 'figures' ? '---:' : '---'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}

/** Returns a figure, or a dash where there is none: JSON turns what it cannot hold into null. */
export const figure = (value: number | null | undefined, digits = 0): string =>
  typeof value === 'number' && Number.isFinite(value)
    ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    : '–'
