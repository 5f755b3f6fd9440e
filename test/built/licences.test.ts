import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SCRIPT_FILES } from '../../scripts/script-files.mjs'
import { ROOT } from '../sources.ts'

const textOf = (name: string) => readFileSync(join(ROOT, 'dist', name), 'utf8')

test('a script that contains a package ends with the name of the file that has its licence', () => {
  const named = Object.keys(SCRIPT_FILES).filter((name) => textOf(name).endsWith('/*! LICENSES.md */'))
  // The two others open no database, or only look.
  expect(named).toEqual(
    Object.keys(SCRIPT_FILES).filter((name) => !['inspector.js', 'stub.js'].includes(name)),
  )
})

test('the maps name no package but those whose licence is there', () => {
  const licences = textOf('LICENSES.md')
  const packages = Object.keys(SCRIPT_FILES).flatMap((name) => {
    const { sources } = JSON.parse(textOf(`${name}.map`)) as { readonly sources: readonly string[] }
    return sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  })
  expect([...new Set(packages)]).toEqual(['idb-keyval'])
  expect(licences).toContain('Copyright 2016, Jake Archibald')
  // Apache License 2.0, 4 (a): "a copy of this License", whole.
  expect(licences).toMatch(
    /TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION[\s\S]*9\. Accepting Warranty/,
  )
  expect(licences).toContain('MIT License')
})
