import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `integrity` of a script tag must say for this content. */
export const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** Of the scripts in `out`, with what a script tag must say for the browser to run that file and no other. */
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
