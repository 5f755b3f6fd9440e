import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SCRIPT_FILES, VENDORS } from '../../scripts/script-files.mjs'
import { ROOT } from '../sources.ts'
import { pack } from './packed.ts'

const { files, project, remove } = pack()

afterAll(remove)

/** What npm shows, and what the README sends its readers to. */
const PAPERS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'RELAY.md', 'SECURITY.md', 'package.json']
const SCRIPTS = Object.keys(SCRIPT_FILES).sort()
const MAPS = SCRIPTS.map((name) => `${name}.map`)
const RELAY = ['command-chunk.js', 'command-run-command.js', 'index.js', 'redis.js', 'sendoff-relay.js']

const below = (folder: string) =>
  files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length))

describe('the published package', () => {
  test('has the papers, the scripts, the relay and the modules, and nothing else', () => {
    expect(files.filter((path) => !path.includes('/'))).toEqual(PAPERS)
    expect(below('dist/').filter((path) => !path.includes('/'))).toEqual(
      ['FILES.md', 'LICENSES.md', ...SCRIPTS, ...MAPS].sort(),
    )
    expect(below('dist/relay/')).toEqual(RELAY)
    const others = files.filter(
      (path) =>
        path.includes('/') && !/^docs\/guide\/[a-z]+\.md$|^dist\/((esm|cjs|cli)\/|relay\/|[^/]+$)/.test(path),
    )
    expect(others).toEqual(VENDORS.map((name) => `src/vendors/${name}/README.md`))
  })

  test('has what its page of vendors leads to', () => {
    const page = readFileSync(join(project, 'node_modules/sendoff/docs/guide/vendors.md'), 'utf8')
    const links = [...page.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = '']) => join('docs/guide', link))
    expect(links.length).toBeGreaterThan(VENDORS.length)
    expect(links.filter((link) => !link.startsWith('https:') && !files.includes(link))).toEqual([])
  })

  test('has of the modules only code and types', () => {
    const [modules, common] = [below('dist/esm/'), below('dist/cjs/')]
    expect(modules.length).toBeGreaterThan(40)
    expect(common.filter((path) => path !== 'package.json' && !modules.includes(path))).toEqual([])
    expect(modules.filter((path) => !/^[a-z\d-]+(\/[a-z\d-]+){0,2}\.(js|d\.ts)$/.test(path))).toEqual([])
  })

  test('has the scripts that the page about integrity lists, and no other', () => {
    const table = readFileSync(join(project, 'node_modules/sendoff/dist/FILES.md'), 'utf8')
    expect([...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name)).toEqual(SCRIPTS)
  })

  test('has no trace of where it was built', () => {
    const guilty = files.filter((path) => {
      const text = readFileSync(join(project, 'node_modules/sendoff', path), 'utf8')
      return text.includes(ROOT.slice(0, -1)) || /sourceMappingURL|file:\/\//.test(text)
    })
    expect(guilty).toEqual([])
  })
})
