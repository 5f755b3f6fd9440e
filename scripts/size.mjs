// The command `npm run size` tells what each promise costs; with `-- --write` it also writes docs/guide/size.md. `npm
// run size -- sendoff.full.js` tells where the bytes of one script are, file by file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tellParts } from './size/parts.mjs'
import { GIVEN_UP, pricesOf } from './size/prices.mjs'
import { filledPrices } from './size/prices-page.mjs'

const page = join(fileURLToPath(new URL('..', import.meta.url)), 'docs/guide/size.md')
const [what] = process.argv.slice(2)

const tellPrices = async () => {
  const scripts = []
  for (const name of Object.keys(GIVEN_UP)) {
    scripts.push(await pricesOf(name, (promise) => console.error(`${name} without ${promise}`)))
  }
  const filled = filledPrices(readFileSync(page, 'utf8'), scripts)
  if (what === '--write') writeFileSync(page, filled)
  const tables = filled.split('\n').filter((line) => /^(\||$)/.test(line))
  console.log(
    tables
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  )
}

await (what && what !== '--write' ? tellParts(what) : tellPrices())
