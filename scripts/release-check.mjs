// The command `npm run release:check` tells whether this tree may be released. With --allow-dirty, the checks of git
// are left out.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({ options: { 'allow-dirty': { type: 'boolean', default: false } } })

const textOf = (...path) => readFileSync(join(root, ...path), 'utf8')
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const manifest = JSON.parse(textOf('package.json'))

const inFolder = (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-release-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length))
    .sort()

const contentsOf = (folder) =>
  filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')])

/** Returns the `sha512-…` of the package, as the registry tells it. */
const pack = () =>
  inFolder((folder) => {
    const [{ filename }] = JSON.parse(run('npm', 'pack', '--json', '--pack-destination', folder))
    return `sha512-${createHash('sha512')
      .update(readFileSync(join(folder, filename)))
      .digest('base64')}`
  })

const gitProblems = () => {
  const tag = `v${manifest.version}`
  const problems = run('git', 'status', '--porcelain').trim() ? ['the tree is not clean'] : []
  if (
    run('git', 'tag', '--list', tag).trim() &&
    run('git', 'rev-list', '-n1', tag) !== run('git', 'rev-parse', 'HEAD')
  )
    problems.push(`${tag} is another commit: expected a version that is not yet released`)
  return problems
}

const changelogProblems = () => {
  const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md')) ?? []
  return newest === manifest.version
    ? []
    : [`CHANGELOG.md begins with ${newest}: expected ${manifest.version}`]
}

const buildProblems = () =>
  inFolder((folder) => {
    run(process.execPath, 'scripts/build.mjs', folder)
    const isSame = JSON.stringify(contentsOf(folder)) === JSON.stringify(contentsOf(join(root, 'dist')))
    return isSame ? [] : ['dist/ is not what the sources build: npm run docs']
  })

const scriptProblems = () =>
  Object.entries(JSON.parse(textOf('package-lock.json')).packages)
    .filter(([place, { dev, hasInstallScript }]) => place && hasInstallScript && !dev)
    .map(([place]) => `${place} runs a script when it is installed`)

/** Returns what only the people who publish can provide. */
const missing = () => [
  ...(manifest.repository
    ? []
    : ['`repository` in package.json: provenance compares it with where the job runs']),
  'an identity token of the job that publishes: npm publish --provenance --access public',
]

const problems = [
  ...(values['allow-dirty'] ? [] : gitProblems()),
  ...changelogProblems(),
  ...buildProblems(),
  ...scriptProblems(),
]
const [first, second] = [pack(), pack()]
if (first !== second) problems.push('the package packs to other bytes each time')

for (const problem of problems) console.error(`✗ ${problem}`)
if (problems.length) process.exitCode = 1
else {
  console.log(`sendoff ${manifest.version} may be released: ${first}`)
  for (const what of missing()) console.log(`  still needed: ${what}`)
}
