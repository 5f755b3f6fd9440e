const SEPARATOR = ' | '

/** Returns `{ passed: 3, 'skipped: no such thing': 1 }` as `3 passed, 1 skipped: no such thing`. */
const cellOf = (verdicts) => {
  const counts = new Map()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const [[only] = []] = counts
  if (counts.size === 1 && only !== 'passed') return only
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}

/** Returns the results of the end-to-end tests by spec and engine, from the table of all tests. */
export const enginesTable = (results) => {
  const lines = results.split('\n').filter((line) => line.startsWith('| '))
  const [head, , ...rows] = lines.map((line) => line.slice(2, -2).split(SEPARATOR))
  const [, , ...engines] = head ?? []
  const specs = new Map()
  for (const [spec, , ...verdicts] of rows) specs.set(spec, [...(specs.get(spec) ?? []), verdicts])
  return [
    ['spec', ...engines],
    ['---', ...engines.map(() => '---')],
    ...[...specs].map(([spec, tests]) => [
      `\`${spec.replace('.spec.ts', '')}\``,
      ...engines.map((_, engine) => cellOf(tests.map((verdicts) => verdicts[engine]))),
    ]),
  ]
    .map((cells) => `| ${cells.join(SEPARATOR)} |`)
    .join('\n')
}
