import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { CATEGORIES, prepareGallery } from '../../scripts/tag-gallery.mjs'
import { ROOT } from '../sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'sendoff-gallery-'))
const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' })
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const versions = () =>
  (parse(read('metadata.yaml')) as { versions: { sha: string; changeNotes: string }[] }).versions

const SECTIONS = [
  'TERMS_OF_SERVICE',
  'INFO',
  'TEMPLATE_PARAMETERS',
  'SANDBOXED_JS_FOR_WEB_TEMPLATE',
  'WEB_PERMISSIONS',
  'TESTS',
  'NOTES',
]

describe('the repository for the gallery of Google Tag Manager', () => {
  beforeAll(() => {
    // Whoever runs the tests may have no name for git.
    for (const who of ['AUTHOR', 'COMMITTER']) {
      vi.stubEnv(`GIT_${who}_NAME`, 'nobody')
      vi.stubEnv(`GIT_${who}_EMAIL`, 'nobody@shop.test')
    }
    prepareGallery(folder, 'The first version.')
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  test('has what is asked for, in its root', () => {
    expect(git('ls-files').trim().split('\n').toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'metadata.yaml',
      'template.tpl',
    ])
    expect(read('LICENSE')).toMatch(/^\s+Apache License\n\s+Version 2\.0, January 2004/)
  })

  test('has a template with all sections, the terms accepted', () => {
    const template = read('template.tpl')
    expect([...template.matchAll(/^___(\w+)___$/gm)].map(([, name]) => name)).toEqual(SECTIONS)
    expect(template).toContain('https://developers.google.com/tag-manager/gallery-tos')
  })

  test('names one to three categories of the gallery’s list', () => {
    const [, info = ''] = /___INFO___([\s\S]*?)^___/m.exec(read('template.tpl')) ?? []
    const { categories } = JSON.parse(info) as { categories: string[] }
    expect(categories.length).toBeGreaterThanOrEqual(1)
    expect(categories.length).toBeLessThanOrEqual(3)
    expect(categories.filter((name) => !CATEGORIES.includes(name))).toEqual([])
  })

  test('is the template of the recipe, which any shop may load from its own server', () => {
    const recipe = readFileSync(join(ROOT, 'recipes/google-tag-manager/sendoff.tpl'), 'utf8')
    const changed = read('template.tpl').split('\n')
    const differing = recipe
      .split('\n')
      .flatMap((line, index) => (line === changed[index] ? [] : [[line, changed[index]]]))
    expect(differing).toHaveLength(1)
    expect(differing[0]?.[1]).toContain('"https://*/*"')
  })

  test('names the commit that has the template', () => {
    const [{ sha, changeNotes } = { sha: '', changeNotes: '' }] = versions()
    expect(changeNotes).toBe('The first version.')
    expect(git('show', `${sha}:template.tpl`)).toBe(read('template.tpl'))
  })

  test('gets another version where the template has changed, and none where it has not', () => {
    expect(() => prepareGallery(folder, 'Nothing.')).toThrow('nothing has changed')
    writeFileSync(join(folder, 'template.tpl'), 'an earlier template')
    git('commit', '--quiet', '-am', 'As it was')
    prepareGallery(folder, 'The second version.')
    expect(versions().map((version) => version.changeNotes)).toEqual([
      'The second version.',
      'The first version.',
    ])
    expect(git('show', `${versions()[0]?.sha}:template.tpl`)).toBe(read('template.tpl'))
  })
})
