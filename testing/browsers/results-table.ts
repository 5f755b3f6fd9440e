export interface SpecResult {
  readonly file: string
  readonly title: string
  readonly engine: string
  readonly verdict: string
}

const SEPARATOR = ' | '
const NOT_RUN = 'not run'

/** Why a spec of the folder `chromium/` runs nowhere else; the first matching reason counts. */
const ONLY_CHROMIUM: readonly (readonly [spec: RegExp, reason: string])[] = [
  [/prerender/, 'renders no page ahead'],
  [/storage-full/, 'its driver cannot set an exact quota'],
  [/frozen-tab/, 'its tabs cannot be frozen one by one'],
  [/profiles/, 'its driver cannot make fifty profiles and open two tabs at one instant'],
  [/relay-vendors/, 'its driver does not tell of preflights'],
  [/declared-input/, 'its driver has no mouse and no keyboard'],
  [/./, 'about the demo and the documentation, not the engine'],
]
const reasonOf = (file: string): string => ONLY_CHROMIUM.find(([spec]) => spec.test(file))?.[1] ?? ''

/** Returns a text in one line, and without the sign that would end a cell. */
const cellText = (text: string): string => text.replaceAll('|', '/').replaceAll(/\s+/g, ' ')

const row = (cells: readonly string[]): string => `| ${cells.map(cellText).join(SEPARATOR)} |`

const keyOf = ({ file, title }: { readonly file: string; readonly title: string }): string =>
  [file, title].map(cellText).join(SEPARATOR)

/** Reads the results that a table holds. */
export const resultsIn = (table: string, engines: readonly string[]): readonly SpecResult[] =>
  table
    .split('\n')
    .filter((line) => line.includes('.spec.ts |'))
    .flatMap((line) => {
      const [file = '', title = '', ...verdicts] = line.slice(2, -2).split(SEPARATOR)
      return engines.map((engine, index) => ({ file, title, engine, verdict: verdicts[index] ?? NOT_RUN }))
    })
    .filter(({ verdict }) => verdict !== NOT_RUN)

const cellOf = (results: readonly SpecResult[], engine: string): string =>
  results.findLast((result) => result.engine === engine)?.verdict ??
  (results[0]?.file.startsWith('chromium/') ? `skipped: ${reasonOf(results[0].file)}` : NOT_RUN)

/** Makes a table of Markdown, one row a test and one column an engine; the last result of a test counts. */
export const resultsTable = (results: readonly SpecResult[], engines: readonly string[]): string => {
  const tests = new Map<string, SpecResult[]>()
  for (const result of results) tests.set(keyOf(result), [...(tests.get(keyOf(result)) ?? []), result])
  const rows = [...tests.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, [first, ...more]]) => {
      const same = first ? [first, ...more] : more
      return row([first?.file ?? '', first?.title ?? '', ...engines.map((engine) => cellOf(same, engine))])
    })
  return [
    '# What passed where',
    '',
    'Written by `npm run test:e2e`; a run of single specs or engines replaces the cells of its own.',
    '',
    row(['spec', 'test', ...engines]),
    row(['---', '---', ...engines.map(() => '---')]),
    ...rows,
    '',
  ].join('\n')
}
