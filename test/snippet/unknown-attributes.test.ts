import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attributeNames } from '../../src/entries/attribute-names.ts'
import { fullConfigOf } from '../../src/full/full-options.ts'
import { openPage } from '../built/page.ts'
import { ROOT } from '../sources.ts'
import { FOREIGN_ATTRIBUTES } from './foreign-attributes.ts'
import { MISSPELT_ATTRIBUTES } from './misspelt-attributes.ts'

let script: string
beforeAll(async () => {
  const entry = join(ROOT, 'src/vendors/klaviyo/script.ts')
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'iife' })
  script = outputFiles[0]?.text ?? ''
})

let warned: string[]
let debugged: string[]
beforeEach(() => {
  warned = []
  debugged = []
})

/** Whether a script with this tag starts, and what it says. */
const started = async (attributes: Readonly<Record<string, string>>): Promise<boolean> => {
  const answer = async () => new Response(null, { status: 202 })
  const { window, run, close } = openPage({ url: 'https://shop.test/', nowMs: Date.now(), answer })
  Object.assign(window.eval('console') as object, {
    warn: (text: string) => warned.push(text),
    debug: (text: string) => debugged.push(text),
  })
  run(script, { 'data-key': 'AbC123', ...attributes })
  const track: unknown = Reflect.get(window, 'track')
  await close()
  return typeof track === 'function'
}

describe('an attribute of another tool', () => {
  test.each(FOREIGN_ATTRIBUTES)('%s is ignored, and told to who asks the console', async (name) => {
    expect(await started({ [name]: 'true' })).toBe(true)
    expect(warned).toEqual([])
    expect(debugged).toEqual([`sendoff: ${name} is ignored`])
  })
})

test.each(MISSPELT_ATTRIBUTES)('%s is told to be %s, and ignored', async (given, meant) => {
  expect(await started({ [given]: '//elsewhere.test' })).toBe(true)
  expect(warned).toEqual([`sendoff: ${given} is ignored; is it ${meant}?`])
})

test('no name is empty: WebKitGTK finds an empty one in the dataset of every tag', () => {
  expect(attributeNames('')).not.toContain('')
})

test('every option of the full script is an attribute that is known, or a function', () => {
  let said = ''
  try {
    fullConfigOf({ nonsense: true } as never)
  } catch (error) {
    said = `${error}`
  }
  const [, names = ''] = /one of (.+)$/.exec(said) ?? []
  const options = names.split(',').filter((name) => !['destinations', 'before', 'redact'].includes(name))
  expect(options.length).toBeGreaterThan(5)
  expect(options.filter((name) => !attributeNames('').includes(name))).toEqual([])
})
