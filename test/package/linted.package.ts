import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { configs } from 'typescript-eslint'
import { afterAll, expect, test } from 'vitest'
import { pack } from './packed.ts'

const { project, remove } = pack()

afterAll(remove)

const TSCONFIG = {
  compilerOptions: { strict: true, module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], types: [] },
  include: ['*.ts'],
}

const IMPORTS = `
import { createTracker } from 'sendoff'
import { createTracker as createFull } from 'sendoff/full'
import { klaviyo } from 'sendoff/klaviyo'
import { withRejected } from 'sendoff/rejected'
const destinations = [klaviyo({ companyId: 'AbC123' })]
const track = withRejected(createTracker({ destinations }))
const full = createFull({ destinations })
`

/** Calls whose results may be left, methods that are handed on, and promises that are waited for. */
const AS_MEANT = `${IMPORTS}
track('Viewed Product', { sku: 'A-1' })
track.identify('customer-7')
track.reset()
track.on('settled', () => undefined)
track.flush()
full.flush()
full.page()
full.consent('granted')
full.erase()
track.close()
export const { identify, reset, flush, status, on, close, rejected } = track
export const { page, consent, erase } = full
export const { retry, clear } = full.rejected
export const handlers = [track.reset, track.flush, full.page, full.erase, track.rejected.clear]
export const wait = async (): Promise<number> => {
  await track('Order').stored
  const flushed: Promise<unknown> = track.flush()
  await flushed
  const { queues } = await full.flush()
  return queues.length
}`

/** The same beside a script tag, where a call may return a promise of what it will return. */
const SCRIPT_TAG = `
import 'sendoff/globals'
track('Viewed Product', { sku: 'A-1' })
track.identify('customer-7')
track.reset()
track.on('settled', () => undefined)
track.flush()
track.page?.('Cart')
track.consent?.('granted')
track.erase?.()
export const { identify, reset, flush } = track`

/** Answers that nobody looks at, and promises that may reject. */
const MISTAKEN = `${IMPORTS}
full.status()
track.rejected()
track.rejected.retry()`

const problemsOf = async (name: string, code: string): Promise<readonly string[]> => {
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG))
  writeFileSync(join(project, name), code)
  const eslint = new ESLint({
    cwd: project,
    overrideConfigFile: true,
    overrideConfig: [
      ...(configs.strictTypeChecked as Linter.Config[]),
      { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: project } } },
    ],
  })
  const [found] = await eslint.lintFiles([name])
  return (found?.messages ?? []).map(({ line, ruleId, message }) => `${line} ${ruleId ?? message}`)
}

test('linters that know types find no fault with calls as they are meant', async () => {
  expect(await problemsOf('as-meant.ts', AS_MEANT)).toEqual([])
  expect(await problemsOf('script-tag.ts', SCRIPT_TAG)).toEqual([])
})

test('and find one where an answer is not looked at, or a promise may reject', async () => {
  const rule = '@typescript-eslint/no-floating-promises'
  expect(await problemsOf('mistaken.ts', MISTAKEN)).toEqual([`10 ${rule}`, `11 ${rule}`, `12 ${rule}`])
})
