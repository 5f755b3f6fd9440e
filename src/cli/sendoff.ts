import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkPage } from './check-page.ts'
import { snippetText } from './snippet-text.ts'
import { versionedCopy, versionedName } from './versioned-copy.ts'

const HELP = `sendoff: scripts and tags of the tracking snippet

  npx sendoff copy FOLDER [--vendor klaviyo]    the vendor's script and the stub, with the version in their names
  npx sendoff snippet VENDOR --key AbC123       the two tags for the page, with integrity, and the content policy
  npx sendoff check URL [--browser FILE]        goes to the page with an installed browser and says what is wrong

Options of snippet: --at /assets (where the page finds the script) and the vendor's attributes without data-:
  --key, --project, --relay, --url, --write-key, --endpoint
check needs playwright-core (npx -p sendoff -p playwright-core sendoff check URL) and a Chrome, Chromium or Edge. What the
page tracks meanwhile does not reach the vendor. It fails where it finds something.
`

const TEXT = { type: 'string' } as const
const OPTIONS = {
  browser: TEXT,
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  vendor: { ...TEXT, default: 'klaviyo' },
  at: { ...TEXT, default: '/assets' },
  key: TEXT,
  project: TEXT,
  relay: TEXT,
  url: TEXT,
  'write-key': TEXT,
  endpoint: TEXT,
} as const

/** The built file is `dist/cli/sendoff.js`. */
const dist = fileURLToPath(new URL('..', import.meta.url))

/** Returns what the command prints. @throws {Error} that says what is wrong with the command line or the page. */
const run = async (args: readonly string[]): Promise<string> => {
  const { version } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8')) as { version: string }
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const { help, version: asksVersion, vendor, at, browser, 'write-key': writeKey, ...attributes } = values
  const [command, operand] = positionals
  if (asksVersion) return version
  if (help || !command) return HELP
  if (command === 'copy' && operand) {
    const names = [`sendoff.${vendor}.js`, 'stub.js', 'LICENSES.md']
    return versionedCopy(names, { from: dist, to: operand, version }).join('\n')
  }
  if (command === 'snippet' && operand) {
    const name = `sendoff.${operand}.js`
    return snippetText(
      { destination: operand, writeKey, ...attributes },
      {
        stub: readFileSync(join(dist, 'stub.js'), 'utf8'),
        script: readFileSync(join(dist, name)),
        src: `${at.replace(/\/$/, '')}/${versionedName(name, version)}`,
      },
    )
  }
  if (command === 'check' && operand) {
    const { platform, env } = process
    const problems = await checkPage(operand, { browser, platform, env, isRoot: process.getuid?.() === 0 })
    if (problems[0]) throw new Error(problems.map((problem) => `- ${problem}`).join('\n'))
    return `${operand}: nothing is wrong with the snippet`
  }
  throw new Error(`sendoff: ${positionals.join(' ')} is no command; npx sendoff --help has them`)
}

try {
  console.log(await run(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
