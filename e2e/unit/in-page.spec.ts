import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { test } from '../support/fixtures.ts'
import { pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { bundled } from './bundle.ts'

interface PageResult {
  readonly name: string
  readonly failure: string
}

const SUITES = fileURLToPath(new URL('.', import.meta.url))

/** Escapes the end of a script element inside a string, which would end the element. */
const inline = (script: string): string => `<script>${script.replaceAll('</script', '<\\/script')}</script>`

for (const suite of readdirSync(SUITES).filter((name) => name.endsWith('.browser.ts'))) {
  test(`passes ${suite} in a real page`, async ({ site, profile }) => {
    site.setPage('/unit', pageWith(inline(await bundled(`${SUITES}/${suite}`))))
    const page = await visit(profile, `${site.origin}/unit`)
    const results = await page.evaluate(
      (): Promise<readonly PageResult[]> => Reflect.get(window, 'runTests')(),
    )

    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(({ failure }) => failure)).toEqual([])
  })
}
