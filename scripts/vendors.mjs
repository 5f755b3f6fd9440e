// The script lists the vendors, one folder each below src/vendors/, for the sources that need more than one:
// src/vendors/listed/.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src/vendors')

/** The folders with an `about.json`, each of which is a vendor. */
const named = readdirSync(folder)
  .filter((name) => existsSync(join(folder, name, 'about.json')))
  .sort()

/**
 * The facts about a vendor in `about.json`.
 * @typedef {object} Vendor
 * @property {string} name of the folder, the destination, the module and the script
 * @property {string} title as people call it
 * @property {boolean} [inSharedScripts] whether it is in `sendoff.js` and `sendoff.full.js`
 * @property {readonly string[]} words that only its own scripts may have
 * @property {string} [origin] that events are sent to unless the site says otherwise
 * @property {boolean} adopts whether it reads what the vendor's own script has left
 */

/** @type {readonly Vendor[]} */
export const VENDOR_LIST = named.map((name) => ({
  name,
  ...JSON.parse(readFileSync(join(folder, name, 'about.json'), 'utf8')),
  adopts: existsSync(join(folder, name, 'adoption.ts')),
}))

/**
 * Returns what package.json exports, with each vendor by its name instead of the pattern for all.
 * @param {{ exports: Record<string, unknown> }} manifest
 */
export const exportsOf = ({ exports: { './*': pattern, ...others } }) => ({
  ...others,
  ...Object.fromEntries(
    VENDOR_LIST.map(({ name }) => [`./${name}`, JSON.parse(JSON.stringify(pattern).replaceAll('*', name))]),
  ),
})

const shared = VENDOR_LIST.filter(({ inSharedScripts }) => inSharedScripts)

const HEAD = '// Written by scripts/vendors.mjs: what the folders beside are.\n'
const imports = (vendors, file, names) =>
  vendors.map(({ name }) => `import { ${names(name)} } from '../${name}/${file}.ts'\n`).join('')
const record = (constant, type, doc, entries) =>
  `\n/** ${doc} */\nexport const ${constant}: ${type} = {\n${entries.map((entry) => `  ${entry},\n`).join('')}}\n`

const adoptions = (vendors, constant, doc) => {
  const adopting = vendors.filter(({ adopts }) => adopts)
  return (
    HEAD +
    "import type { Adoptions } from '../adoption.ts'\n" +
    imports(adopting, 'adoption', (name) => `adoption as ${name}`) +
    record(
      constant,
      'Adoptions',
      doc,
      adopting.map(({ name }) => name),
    )
  )
}

const MAKERS = 'Readonly<Record<string, Make>>'

/** Returns the text of each file, by its name in `src/vendors/listed/`. */
export const listedFiles = () => ({
  'shared-vendors.ts':
    `${HEAD}import type { Make } from '../attributes.ts'\n` +
    imports(shared, 'attributes', (name) => `ATTRIBUTES as ${name}Attributes, fromAttributes as ${name}`) +
    record(
      'SHARED_VENDORS',
      MAKERS,
      'The vendors of the scripts that have more than one.',
      shared.map(({ name }) => name),
    ) +
    `\n/** The attributes of all of them. */\nexport const SHARED_ATTRIBUTES = \`${shared
      .map(({ name }) => `\${${name}Attributes}`)
      .join(' ')}\`\n`,
  'every.ts':
    `${HEAD}import type { Destination } from '../../core/destination.ts'\nimport type { Make } from '../attributes.ts'\n` +
    imports(VENDOR_LIST, 'attributes', (name) => `fromAttributes as ${name}FromAttributes`) +
    imports(VENDOR_LIST, 'destination', (name) => name) +
    record(
      'FROM_OPTIONS',
      'Readonly<Record<string, (options: never) => Destination>>',
      'Every vendor, from the options of its destination.',
      VENDOR_LIST.map(({ name }) => name),
    ) +
    record(
      'FROM_ATTRIBUTES',
      MAKERS,
      "Every vendor, from a script tag's attributes.",
      VENDOR_LIST.map(({ name }) => `${name}: ${name}FromAttributes`),
    ),
  'adoptions.ts': adoptions(VENDOR_LIST, 'ADOPTIONS', "Every vendor whose own script's visitors are kept."),
  'shared-adoptions.ts': adoptions(
    shared,
    'SHARED_ADOPTIONS',
    'Those of the scripts that have more than one vendor.',
  ),
})

/** Writes these files. */
export const listVendors = () => {
  mkdirSync(join(folder, 'listed'), { recursive: true })
  for (const [name, text] of Object.entries(listedFiles())) writeFileSync(join(folder, 'listed', name), text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) listVendors()
