export interface SpecResult {
  readonly file: string
  readonly title: string
  readonly engine: string
  readonly verdict: string
}

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

const cellOf = (results: readonly SpecResult[], engine: string): string =>
  results.find((result) => result.engine === engine)?.verdict ??
  (results[0]?.file.startsWith('chromium/') ? 'skipped: needs the DevTools protocol' : 'not run')

/** A table of Markdown, one row a test and one column an engine. */
export const resultsTable = (results: readonly SpecResult[], engines: readonly string[]): string => {
  const tests = new Map<string, SpecResult[]>()
  for (const result of results) {
    const test = `${result.file}\n${result.title}`
    tests.set(test, [...(tests.get(test) ?? []), result])
  }
  const rows = [...tests.values()].map((same) =>
    row([same[0]?.file ?? '', same[0]?.title ?? '', ...engines.map((engine) => cellOf(same, engine))]),
  )
  return [
    '# What passed where',
    '',
    'Written by a run of `npm run test:e2e` with all engines.',
    '',
    row(['spec', 'test', ...engines]),
    row(['---', '---', ...engines.map(() => '---')]),
    ...rows,
    '',
  ].join('\n')
}
