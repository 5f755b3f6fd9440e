import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placesOf } from '../scripts/size/cut-out.mjs'
import { PROMISES } from '../scripts/size/promises.mjs'
import { ROOT } from './sources.ts'

const PAGE = 'docs/guide/size.md'
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')

describe('the list of promises', () => {
  test('says each in a sentence, once', () => {
    expect(PROMISES.length).toBeGreaterThan(20)
    expect(new Set(PROMISES.map(({ name }) => name)).size).toBe(PROMISES.length)
    expect(PROMISES.filter(({ says }) => !/^\S.*\.$/.test(says)).map(({ name }) => name)).toEqual([])
  })

  test.each(PROMISES)('finds in the sources what is left out without "$name"', ({ without }) => {
    const missed = Object.entries(without).flatMap(([path, cuts]) =>
      Object.keys(cuts)
        .map((what) => ({ path, what, found: placesOf(path, textOf(`src/${path}`), what).length }))
        .filter(({ found }) => found !== 1),
    )
    expect(missed, 'in scripts/size/promises.json').toEqual([])
  })

  test('is what the page of their prices tells', () => {
    const told = [...textOf(PAGE).matchAll(/^\| \*\*(.+?)\*\*: (.+?) \|/gm)].map(([, name, says]) => ({
      name,
      says,
    }))
    const promised = PROMISES.map(({ name, says }) => ({ name, says }))
    const sorted = (list: readonly { name?: string | undefined }[]) =>
      list.toSorted((one, other) => `${one.name}`.localeCompare(`${other.name}`))
    expect(sorted(told), `npm run size -- --write, and commit ${PAGE}`).toEqual(sorted(promised))
  })
})
