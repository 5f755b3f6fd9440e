import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { snippet } from '../../demo/snippet.ts'
import { test } from '../support/fixtures.ts'
import { attributesFor, pageWith } from '../support/shop-html.ts'
import { visit } from '../support/shop-page.ts'
import { expectRecorded, tally } from '../support/verdict.ts'
import { bundled } from '../unit/bundle.ts'

const CALLS_AT_ONCE = 2_000
const ENTRY = fileURLToPath(new URL('./properties-in-page.ts', import.meta.url))

interface Outcome {
  readonly calls: number
  readonly failures: readonly string[]
  readonly good: readonly string[]
}

const parts = [
  // Three engines together make more than 100,000 calls; the sum is printed at the end of a run.
  { methods: 'track', name: 'call to track()', calls: 34_000 },
  { methods: 'others', name: 'call to identify() and the others', calls: 2_000 },
  { methods: 'on', name: 'call to on()', calls: 2_000 },
] as const

// Bad events may be refused one by one, so the vendor's rate limits are switched off.
test.use({ rules: { enforceRateLimits: false } })

for (const { methods, name, calls } of parts) {
  test(`no ${name} throws or rejects, whatever is generated`, async ({ klaviyo, vendor, site, profile }) => {
    test.setTimeout(1_500_000)
    const quiet = '<script>console.warn = () => undefined</script>'
    const script = (await bundled(ENTRY)).replaceAll('</script', '<\\/script')
    const tags = snippet(attributesFor(vendor))
    site.setPage('/abused', pageWith(`${quiet}${tags}<script>${script}</script>`))
    const page = await visit(profile, `${site.origin}/abused`)
    const outcomes: Outcome[] = []
    for (let seed = 1; seed <= calls / CALLS_AT_ONCE; seed += 1) {
      outcomes.push(
        await page.evaluate((given): Promise<Outcome> => Reflect.get(window, 'abuse')(given), {
          count: CALLS_AT_ONCE,
          seed,
          methods,
        }),
      )
    }

    expect(outcomes.at(-1)?.failures).toEqual([])
    const made = outcomes.reduce((sum, { calls }) => sum + calls, 0)
    expect(made).toBe(calls)
    test.info().annotations.push({ type: 'generated', description: `${made}` })
    // In other cases each event is another person's: the vendor's limits would make it take hours.
    if (methods !== 'track') return
    const good = outcomes.flatMap((outcome) => outcome.good)
    await expectRecorded(klaviyo, good, 900_000)
    const { lost, twice } = tally(klaviyo, good)
    // Events that fast-check made have no label.
    expect([lost, twice.filter((label) => label !== 'undefined')]).toEqual([[], []])
  })
}
