import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { FOREIGN_ATTRIBUTES } from '../../test/snippet/foreign-attributes.ts'
import { MISSPELT_ATTRIBUTES } from '../../test/snippet/misspelt-attributes.ts'
import type { Tab } from '../../testing/browsers/engine.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { trackAll, visit } from '../support/shop-page.ts'
import { expectEachOnce } from '../support/verdict.ts'

/**
 * What a script with this attribute has written to the console, by the level; a script without a tracker has not
 * started.
 */
interface Told {
  readonly attribute: string
  readonly isStarted: boolean
  readonly said: readonly string[]
}

/** Loads the script once for each attribute, as a tracker with a name of its own. */
const loadWithEach = (
  page: Tab,
  attributes: readonly string[],
  always: Readonly<Record<string, string>>,
): Promise<readonly Told[]> =>
  page.evaluate(
    async ({ attributes, always }) => {
      let said: string[] = []
      for (const level of ['debug', 'warn', 'error'] as const)
        console[level] = (...words: unknown[]) => void said.push(`${level}: ${words.join(' ')}`)
      addEventListener('error', ({ message }) => said.push(`thrown: ${message}`))
      const told: Told[] = []
      for (const [index, attribute] of attributes.entries()) {
        said = []
        const script = document.createElement('script')
        const all = { ...always, 'data-global': `track${index}`, [attribute]: 'true' }
        for (const [name, value] of Object.entries(all)) script.setAttribute(name, value)
        script.src = '/dist/sendoff.klaviyo.js'
        await new Promise((resolve) => {
          script.onload = script.onerror = resolve
          document.head.append(script)
        })
        const isStarted = 'flush' in Object(Reflect.get(window, `track${index}`))
        told.push({ attribute, isStarted, said })
      }
      return told
    },
    { attributes, always },
  )

test('starts with an attribute of another tool, whichever, and tells who asks the console that it is ignored', async ({
  vendor,
  site,
  profile,
}) => {
  const page = await visit(profile, `${site.origin}/bare`)
  const told = await loadWithEach(page, FOREIGN_ATTRIBUTES, attributesFor(vendor))
  const expected = FOREIGN_ATTRIBUTES.map((attribute) => ({
    attribute,
    isStarted: true,
    said: [`debug: sendoff: ${attribute} is ignored`],
  }))
  expect(told).toEqual(expected)
})

test('starts with an attribute that is misspelt, and warns with the right spelling', async ({
  vendor,
  site,
  profile,
}) => {
  const given = MISSPELT_ATTRIBUTES.map(([name]) => name)
  const page = await visit(profile, `${site.origin}/bare`)
  const told = await loadWithEach(page, given, attributesFor(vendor))
  const expected = MISSPELT_ATTRIBUTES.map(([attribute, meant]) => ({
    attribute,
    isStarted: true,
    said: [`warn: sendoff: ${attribute} is ignored; is it ${meant}?`],
  }))
  expect(told).toEqual(expected)
})

test('delivers with the attributes of all other tools at once', async ({
  klaviyo,
  vendor,
  site,
  profile,
}) => {
  const foreign = Object.fromEntries(FOREIGN_ATTRIBUTES.map((name) => [name, 'true']))
  site.setPage('/foreign', pageWith(snippet({ ...attributesFor(vendor), ...foreign })))
  const page = await visit(profile, `${site.origin}/foreign`)
  await trackAll(page, ['event'])

  await expectEachOnce(klaviyo, ['event'], page)
})
