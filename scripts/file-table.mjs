import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Returns the `integrity` of a script tag for this content. */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** Makes the table of the scripts in `out`, with the `integrity` by which the browser runs that file and no other. */
export const fileTable = (out) => {
  const rows = readdirSync(out)
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => {
      const content = readFileSync(join(out, name))
      return `| \`${name}\` | ${content.length.toLocaleString('en')} | \`${integrityOf(content)}\` |`
    })
  return [
    '# The scripts and their integrity',
    '',
    'Written by the build. A script tag with `integrity` and `crossorigin="anonymous"` runs this file and no other.',
    '',
    '| file | bytes | integrity |',
    '| --- | ---: | --- |',
    ...rows,
    '',
  ].join('\n')
}
