import { PROMISES } from './promises.mjs'

const shown = (count) => count.toLocaleString('en')
const cell = ({ bytes, brotli }) => `${shown(brotli)} (${shown(bytes)})`
const row = (cells) => `| ${cells.join(' | ')} |`
const tableOf = (head, rows) => [
  row(head),
  row(['---', ...head.slice(1).map(() => '---:')]),
  ...rows.map(row),
]

const priceOf = ({ prices }, promise) => prices.find((price) => price.promise === promise)

/** Makes the table of what each promise costs, the dearest first, and of what is left without any. */
const pricesTable = (scripts) => {
  const cost = (promise) => Math.max(...scripts.map((script) => priceOf(script, promise)?.brotli ?? 0))
  const named = [...PROMISES].sort((one, other) => cost(other) - cost(one))
  return tableOf(
    ['without', ...scripts.map(({ name }) => `\`${name}\``)],
    [
      ...named.map((promise) => [
        `**${promise.name}**: ${promise.says}`,
        ...scripts.map((script) => {
          const price = priceOf(script, promise)
          return price ? cell(price) : ''
        }),
      ]),
      ['**all of them at once**', ...scripts.map(({ whole, rest }) => cell(less(whole, rest)))],
    ],
  )
}

const less = (whole, rest) => ({ bytes: whole.bytes - rest.bytes, brotli: whole.brotli - rest.brotli })

const ceilingsTable = (scripts) =>
  tableOf(
    ['script', 'with all promises', 'without any of them', 'ceiling given up', 'promises that it would cost'],
    scripts.map(({ name, whole, rest, ceiling, toGo, prices }) => [
      `\`${name}\``,
      cell(whole),
      cell(rest),
      shown(ceiling),
      toGo === undefined ? 'all are not enough' : `the ${toGo} dearest of ${prices.length}`,
    ]),
  )

/**
 * Returns the page with its tables, between their markers.
 * @param {string} page
 * @param {Awaited<ReturnType<import('./prices.mjs').pricesOf>>[]} scripts
 */
export const filledPrices = (page, scripts) =>
  Object.entries({ ceilings: ceilingsTable(scripts), prices: pricesTable(scripts) }).reduce(
    (text, [name, lines]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}\n${lines.join('\n')}\n\n${end}`,
      ),
    page,
  )
